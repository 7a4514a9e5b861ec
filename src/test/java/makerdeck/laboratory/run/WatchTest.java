package makerdeck.laboratory.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Balance;
import makerdeck.domain.Book;
import makerdeck.domain.Fill;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Market SOL =
            ListedMarkets.find("SOL_USDC").orElseThrow().rules();

    private final Watch watch =
            new Watch(SOL, Map.of("SOL", new BigDecimal("20"), "USDC", new BigDecimal("7000")), List.of());

    private void book(long second, String bid, String bids, String ask, String asks) {
        watch.on(new VenueEvent.BookMoved(
                NOON.plusSeconds(second), new Book(List.of(level(bid, bids)), List.of(level(ask, asks)), 1)));
    }

    private static Level level(String price, String quantity) {
        return new Level(SOL.price(new BigDecimal(price)), SOL.quantity(new BigDecimal(quantity)));
    }

    private void fill(long second, long tradeId) {
        var fill = new Fill(
                tradeId,
                "7",
                null,
                Side.BID,
                new BigDecimal("150.00"),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                "SOL",
                true,
                NOON.plusSeconds(second));
        watch.on(new VenueEvent.Filled(NOON.plusSeconds(second), fill, BigDecimal.ONE));
    }

    @Test
    void knowsTheMarketAsItWasBeforeAFill() {
        book(0, "149.99", "5", "150.01", "5");
        book(60, "150.29", "3", "150.31", "1");

        fill(120, 1);
        book(120, "149.99", "1", "150.01", "5");

        var before = watch.before(new FillKey("7", 1)).orElseThrow();
        assertEquals(0, before.mid().compareTo(new BigDecimal("150.30")));
        // A minute at 150.00, then a minute at 150.30: what is left of the way is 0.30 e^-1.
        assertEquals(0.30 * Math.exp(-1) / 150.30 * 10_000, before.known().trendBp(), 1e-9);
        assertEquals(0.5, before.known().imbalance(), 1e-12);
        assertEquals(100 * 3006.0 / 10006.0, before.known().ratio(), 1e-9);
        assertNull(before.known().volatility());
    }

    @Test
    void theRatioFollowsTheBalances() {
        book(0, "149.99", "5", "150.01", "5");
        fill(1, 1);
        watch.on(new VenueEvent.BalanceMoved(NOON, "SOL", balance("30", "10")));
        watch.on(new VenueEvent.BalanceMoved(NOON, "USDC", balance("1000", "3000")));

        fill(2, 2);

        assertEquals(30, watch.before(new FillKey("7", 1)).orElseThrow().known().ratio(), 1e-9);
        assertEquals(60, watch.before(new FillKey("7", 2)).orElseThrow().known().ratio(), 1e-9);
    }

    private static Balance balance(String available, String locked) {
        return new Balance(new BigDecimal(available), new BigDecimal(locked), BigDecimal.ZERO);
    }

    @Test
    void nothingIsKnownBeforeTheFirstBook() {
        fill(1, 1);

        assertTrue(watch.before(new FillKey("7", 1)).isEmpty());
        assertEquals(BigDecimal.ZERO, watch.change());
    }

    @Test
    void theDrawdownIsTheDeepestFallFromTheHighestSoFar() {
        long second = 0;
        for (var mid : List.of("150.00", "151.00", "149.00", "150.50", "150.00")) {
            var ticks = new BigDecimal(mid);
            var tick = new BigDecimal("0.01");
            book(second, ticks.subtract(tick).toString(), "5", ticks.add(tick).toString(), "5");
            watch.second(NOON.plusSeconds(second));
            second++;
        }

        // 20 SOL, 151.00 to 149.00.
        assertEquals(0, watch.drawdown().compareTo(new BigDecimal("40")));
        assertEquals(0, watch.change().signum());
    }
}
