package makerdeck.strategy.quoting;

import static makerdeck.strategy.Sol.FEES;
import static makerdeck.strategy.Sol.decimal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalDouble;
import makerdeck.domain.Fees;
import makerdeck.message.Keys;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {

    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    /** Volatility over a minute is its daily value over the square root of 1440. */
    @ParameterizedTest
    @CsvSource({
        "fixed, 0.2, 4, 99, 0.0010, SPREAD",
        "volatility, 0.2, 4, 3, 0.0010, SPREAD",
        "volatility, 0.2, 4, 6, 0.0016, VOLATILITY",
        "volatility, 0.2, 4, 12, 0.0032, VOLATILITY",
        "volatility, 0.01, 4, 3, 0.0009, FEES",
        "volatility, 0.2, 0.25, 12, 0.0013, MAX",
        "volatility, 0.1, 0.1, 12, 0.0009, FEES",
        "fixed, 0.1, 4, 1, 0.0009, FEES",
        "fixed, 0.18, 4, 1, 0.0009, SPREAD",
        "fixed, 4, 4, 1, 0.0200, SPREAD"
    })
    void theWidestReasonDecidesUpToTheMaximum(
            String mode, String spread, String max, double percentPerDay, String half, SpreadReason reason) {
        var parameters = Parameters.defaults().with(Map.of("spread.mode", mode, "spread", spread, "spread.max", max));

        var decided = Spread.of(parameters, FEES, OptionalDouble.of(percentPerDay));

        assertEquals(decimal(half), decided.half().setScale(4, RoundingMode.HALF_UP));
        assertEquals(reason, decided.reason());
    }

    @Test
    void withoutVolatilityTheSpreadIsTheConstant() {
        var decided = Spread.of(Parameters.defaults(), FEES, UNKNOWN);

        assertEquals(0, decimal("0.001").compareTo(decided.half()));
        assertEquals(SpreadReason.SPREAD, decided.reason());
    }

    @Test
    void withoutTheFloorTheSpreadMayBeUnderTheFees() {
        var decided =
                Spread.of(Parameters.defaults().with(Map.of("spread", "0.01", "fee-floor", "off")), FEES, UNKNOWN);

        assertEquals(0, decimal("0.00005").compareTo(decided.half()));
        assertEquals(0, decided.floor().signum());
    }

    @Test
    void aLargeRebateLeavesNoFloor() {
        var decided = Spread.of(Parameters.defaults(), new Fees(decimal("-2"), decimal("4")), UNKNOWN);

        assertEquals(0, decided.floor().signum());
        assertEquals("strategy.spread-reason.spread", Keys.of(decided.reason().text()));
    }
}
