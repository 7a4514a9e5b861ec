package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.junit.jupiter.api.Test;

/** What stands beside the spread is why it is as wide as it is. */
class SpreadReasonTest {

    private final Bench bench = new Bench().started();

    @Test
    void whileFillsWidenASideTheirFactorStandsThereAndTheSumIsTheSpread() {
        for (int fill = 0; fill < 3; fill++) {
            bench.hit(Side.BID);
            bench.pass(Duration.ofSeconds(2));
        }

        var quoting = bench.snapshot().quoting();
        var guards = quoting.spreadGuards();
        var each = Keys.values(guards, "strategy.widening.each");
        var width = (String)
                Keys.values((Message) each.get(0), "strategy.widening.width").get(0);
        var factor = new BigDecimal((String)
                Keys.values((Message) each.get(0), "strategy.widening.fills").get(0));
        var asks = (String) Keys.values((Message) each.get(1), "message.plain").get(0);
        assertEquals(
                Objects.requireNonNull(quoting.spread()).doubleValue(),
                new BigDecimal(width).multiply(factor).add(new BigDecimal(asks)).doubleValue(),
                0.002);
        assertTrue(factor.compareTo(BigDecimal.ONE) > 0);
    }

    @Test
    void withoutGuardsNothingStandsThere() {
        assertEquals("", Keys.of(bench.snapshot().quoting().spreadGuards()));
        assertEquals("spread", bench.snapshot().quoting().spreadReason());
    }
}
