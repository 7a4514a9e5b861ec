package makerdeck.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MarketTest {

    private final Market sol = market("0.01", "0.01");
    private final Market bonk = market("0.000000001", "10000");

    private static Market market(String tick, String step) {
        var minimum = new BigDecimal(step);
        return new Market(
                "A_B", "A", "B", new BigDecimal(tick), new BigDecimal(step), minimum, null, null, MarketState.OPEN);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyPriceSurvivesTheWire(long seed) {
        var price = new Price(new SplittableRandom(seed).nextLong(1, 1L << 40));

        assertEquals(price, bonk.price(new BigDecimal(bonk.text(price))));
        for (var side : Side.values()) {
            assertEquals(price, sol.observed(side, sol.decimal(price)));
            assertEquals(price, sol.quoted(side, sol.decimal(price)));
        }
    }

    @Test
    void ownQuotesRoundAwayFromTheSpreadAndOthersTowardsIt() {
        var offGrid = new BigDecimal("100.005");

        assertEquals(new Price(10_000), sol.quoted(Side.BID, offGrid));
        assertEquals(new Price(10_001), sol.quoted(Side.ASK, offGrid));
        assertEquals(new Price(10_001), sol.observed(Side.BID, offGrid));
        assertEquals(new Price(10_000), sol.observed(Side.ASK, offGrid));
    }

    @Test
    void amountsInASmallCountingAssetKeepDigitsThatTell() {
        var inBitcoin = market("0.0000001", "0.01");

        assertEquals(7, inBitcoin.decimals(new BigDecimal("0.0000123456"), 4));
        assertEquals(4, inBitcoin.decimals(new BigDecimal("1.5"), 4));
        assertEquals(4, inBitcoin.decimals(BigDecimal.ZERO, 4));
        assertEquals(9, inBitcoin.decimals(new BigDecimal("-0.00000000001"), 4));
        assertEquals(4, sol.decimals(new BigDecimal("0.0000123456"), 4));
        assertEquals(2, sol.decimals(new BigDecimal("0.0012"), 2));
        assertEquals(5, bonk.decimals(new BigDecimal("0.00001"), 4));
    }

    @Test
    void tinyTicksArePlainText() {
        assertEquals("0.000012290", bonk.text(new Price(12_290)));
        assertEquals("20000", bonk.text(new Quantity(2)));
    }

    private static List<String> numbers(Throwable refusal) {
        return Pattern.compile("[0-9][0-9.]*")
                .matcher(String.valueOf(refusal.getMessage()))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void anOffGridPriceIsRefusedWithTheNearestLegalOne() {
        var error = assertThrows(IllegalArgumentException.class, () -> sol.price(new BigDecimal("1.234")));

        assertEquals(List.of("0.01", "1.234", "1.23"), numbers(error));
    }

    @Test
    void anOffGridQuantityIsRefusedWithTheNearestLegalOne() {
        var error = assertThrows(IllegalArgumentException.class, () -> bonk.quantity(new BigDecimal("12345")));

        assertEquals(List.of("10000", "12345", "10000"), numbers(error));
    }

    @Test
    void somebodysDustNeverDisappears() {
        assertEquals(new Quantity(1), sol.observed(new BigDecimal("0.001")));
        assertEquals(Quantity.ZERO, sol.observed(new BigDecimal("0.00")));
    }

    @Test
    void notionalIsExact() {
        assertEquals(0, new BigDecimal("370.4250").compareTo(sol.notional(new Price(14_817), new Quantity(250))));
        assertEquals(0, new BigDecimal("148.165").compareTo(sol.mid(new Price(14_816), new Price(14_817))));
    }

    /** Its number of decimals too is that of the plain division. */
    @ParameterizedTest
    @CsvSource({"0.01", "1", "10", "1E+2", "0.25", "0.5", "0.0000000001", "3"})
    void theMidIsHalfTheSum(BigDecimal tick) {
        var market = new Market("SOL_USDC", "SOL", "USDC", tick, tick, tick, null, null, MarketState.OPEN);
        for (long bid = 0; bid < 40; bid++) {
            for (long ask : new long[] {bid, bid + 1, bid + 7, 1_000_000_007L, 4_000_000_000_000_000_000L}) {
                var half = market.decimal(new Price(bid))
                        .add(market.decimal(new Price(ask)))
                        .divide(BigDecimal.valueOf(2));
                assertEquals(half, market.mid(new Price(bid), new Price(ask)));
            }
        }
    }

    /** To the number of its decimals, on any grid and however far. */
    @ParameterizedTest
    @CsvSource({"0.01", "1", "10", "1E+2", "0.25", "0.0000000001", "4294967295", "4294967296", "12345678901234567890.5"
    })
    void aDecimalIsTheProduct(BigDecimal grid) {
        var market = new Market("SOL_USDC", "SOL", "USDC", grid, grid, grid, null, null, MarketState.OPEN);
        for (long count : new long[] {0, 1, 14_817, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, Long.MAX_VALUE}) {
            var product = grid.multiply(BigDecimal.valueOf(count));
            assertEquals(product, market.decimal(new Price(count)));
            assertEquals(product, market.decimal(new Quantity(count)));
        }
    }
}
