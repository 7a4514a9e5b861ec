package makerdeck.simulator.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.simulator.model.ListedMarket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBandTest {

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource({
        // Nothing is no price, whatever the market says.
        "0, , , 0, 1000, false",
        "0, , , -1, 1000, false",
        "0, , , 1, 1000, true",
        "0, , , 9223372036854775807, 1, true",
        "0.025, , , 2, 1000, false",
        "0.025, , , 3, 1000, true",
        "0.01, 0.25, 2, 249, 1000, false",
        "0.01, 0.25, 2, 250, 1000, true",
        "0.01, 0.25, 2, 2000, 1000, true",
        "0.01, 0.25, 2, 2001, 1000, false",
        // Beyond what two longs hold together.
        "0.01, 0.333333333, 1.000000001, 9223372036854775807, 9223372036854775806, true",
        "0.01, 0.333333333, 0.999999999, 9223372036854775807, 9223372036854775807, false",
        "0.01, 0.333333333, 1, 3074457345618258602, 9223372036854775807, true",
        "0.01, 0.333333334, 1, 3074457345618258602, 9223372036854775807, false"
    })
    void admitsWhatLiesBetweenTheLowestPriceAndTheBand(
            String least, @Nullable String low, @Nullable String high, long ticks, long last, boolean admitted) {
        var rules = new Market(
                "SOL_USDC",
                "SOL",
                "USDC",
                new BigDecimal("0.01"),
                new BigDecimal("0.01"),
                new BigDecimal("0.01"),
                decimal(low),
                decimal(high),
                MarketState.OPEN);
        var band = new PriceBand(
                new ListedMarket(rules, new BigDecimal(least), BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN));

        assertEquals(admitted, band.admits(ticks, last));
    }
}
