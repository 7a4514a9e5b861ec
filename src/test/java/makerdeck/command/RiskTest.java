package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import makerdeck.domain.Fees;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Wealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a change has to be asked. The account holds 20 at 150 and 5000: 37.5 % in base; it pays 6 and 10 bp. */
class RiskTest {

    private static final Wealth WEALTH =
            new Wealth(new BigDecimal("20"), new BigDecimal("5000"), new BigDecimal("150"), fees("6", "10"));

    @ParameterizedTest
    @CsvSource({
        // Arming, whatever the ratio.
        "'', rebalance on, RAISES",
        "rebalance on, rebalance off, CHANGES",
        // Firing: only while armed, and only beyond the threshold.
        "rebalance on, target 20 threshold 10, RAISES",
        "rebalance on, threshold 5, RAISES",
        "rebalance on, target 25, CHANGES",
        "'', target 20 threshold 10, CHANGES",
        "'', target 71, RAISES",
        // Limits up, away, or so wide that they never hold.
        "'', band.hard 31, RAISES",
        "'', band.hard 70, RAISES",
        "'', band.hard 29, CHANGES",
        "'', threshold 16, RAISES",
        "'', threshold 14, CHANGES",
        "band.hard 30, threshold 16, CHANGES",
        "band.hard 20, band.hard auto, RAISES",
        "band.hard 30, target 69, CHANGES",
        "band.hard 30, target 70, RAISES",
        "band.hard 30 target 60, target 70, RAISES",
        "band.hard 41 target 60, target 70, CHANGES",
        "band.hard 20 target 30, target 20, CHANGES",
        "max-order 100, max-order 101, RAISES",
        "max-order 100, max-order 0, RAISES",
        "max-order 100, max-order 99, CHANGES",
        "max-order 0, max-order 99, CHANGES",
        "max-loss 5, max-loss 0, RAISES",
        "max-position 100, max-position 200, RAISES",
        // Protections off, and narrower with none.
        "'', fee-floor off, RAISES",
        "fee-floor off, fee-floor on, CHANGES",
        "fee-floor off, spread 0.1, RAISES",
        "fee-floor off, spread 0.3, CHANGES",
        "'', spread 0.1, CHANGES",
        // A guard off, or one that widens later.
        "'', guard.trend 0.75, CHANGES",
        "guard.trend 0.75, guard.trend 0.5, CHANGES",
        "guard.trend 0.75, guard.trend 1, RAISES",
        "guard.trend 0.75, guard.trend 0, RAISES",
        "'', guard.imbalance 0.6, CHANGES",
        "guard.imbalance 0.6, guard.imbalance 0.7, RAISES",
        "guard.imbalance 0.6, guard.imbalance 0, RAISES",
        // A lower fee lowers the floor, auto as what it stands for.
        "'', fee.maker 5.9, RAISES",
        "'', fee.maker 6, CHANGES",
        "'', fee.maker 8, CHANGES",
        "'', fee.taker 1, RAISES",
        "'', fee.taker 12, CHANGES",
        "fee.maker 8, fee.maker 7.9, RAISES",
        "fee.taker 8, fee.taker 0, RAISES",
        "fee.maker 8, fee.maker 9, CHANGES",
        "fee.maker 8, fee.maker auto, RAISES",
        "fee.maker 5, fee.maker auto, CHANGES",
        "fee.taker 12, fee.taker auto, RAISES",
        // What is lent may pay for orders again.
        "lend never, lend redeem, RAISES",
        "'', lend never, CHANGES",
        // Sizes: auto is 5 % of each asset for each of 3 layers, here 1 and 1.67.
        "'', quantity 60, RAISES",
        "'', quantity 20, RAISES",
        "'', quantity 2, RAISES",
        "'', quantity 1.9, CHANGES",
        "quantity 0.1, quantity auto, RAISES",
        "quantity 1, quantity auto, CHANGES",
        "quantity 1, layers 6, RAISES",
        "quantity 1, layers 5, CHANGES",
        "quantity 1, layers 5 quantity 1.3, RAISES",
        "layers 1, layers 2, RAISES",
        "'', layers 50, CHANGES",
        // A finished desk would quote again.
        "'', duration 7200, STARTS",
        "'', duration 0, STARTS",
        "duration 0, duration 60, CHANGES",
        "'', preset.auto on, CHANGES",
        "'', skew 0, CHANGES"
    })
    void aChangeIsAskedWhenItArmsFiresLoosensOrMultiplies(String before, String change, Risk risk) {
        var now = Parameters.defaults().with(values(before));

        assertEquals(risk, Risk.of(now, now.with(values(change)), WEALTH));
    }

    @ParameterizedTest
    @CsvSource({
        "rebalance on, threshold 14, RAISES",
        "rebalance on, target 31, RAISES",
        "'', quantity 1, RAISES",
        "quantity 1, quantity auto, RAISES",
        "quantity 1, quantity 1.9, CHANGES",
        "'', layers 5, CHANGES",
        "'', fee.maker 99, RAISES",
        "fee.maker 1, fee.maker auto, RAISES",
        "fee.maker 1, fee.maker 2, CHANGES",
        "'', target 31, CHANGES"
    })
    void whatDependsOnAnAccountThatIsNotKnownIsAsked(String before, String change, Risk risk) {
        var now = Parameters.defaults().with(values(before));

        assertEquals(risk, Risk.of(now, now.with(values(change)), null));
    }

    @Test
    void noChangeIsNoRisk() {
        assertEquals(Risk.CHANGES, Risk.of(Parameters.defaults(), Parameters.defaults(), WEALTH));
    }

    private static Fees fees(String maker, String taker) {
        return new Fees(new BigDecimal(maker), new BigDecimal(taker));
    }

    private static Map<String, String> values(String typed) {
        var values = new LinkedHashMap<String, String>();
        var words = typed.isEmpty() ? new String[0] : typed.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            values.put(words[i], words[i + 1]);
        }
        return values;
    }
}
