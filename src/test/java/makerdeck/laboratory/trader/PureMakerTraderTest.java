package makerdeck.laboratory.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Order;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.journal.Entry;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.virtual.VirtualClock;
import makerdeck.laboratory.virtual.VirtualVenue;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;

/** One layer of 0.5 SOL, 10 bp from a mid of 150.00, so at 149.85 and 150.15. */
class PureMakerTraderTest {

    private static final long MILLI = 1_000_000L;
    private static final long START = 1_000_000_000 * MILLI;

    private final VirtualClock clock = new VirtualClock();
    private final VirtualVenue venue = new VirtualVenue(clock, Duration.ofMillis(50));
    private final Exchange exchange = new Exchange(
            new ExchangeSettings(
                    ListedMarkets.find("SOL_USDC").orElseThrow(),
                    new BigDecimal("150"),
                    new MarketSource.Nobody(),
                    1,
                    START,
                    Duration.ZERO),
            venue.listener());
    private final List<Entry> journal = new ArrayList<>();
    private final PureMakerTrader maker;
    private final AccountId others;

    PureMakerTraderTest() {
        clock.follow(exchange::now);
        venue.connect(exchange, open("20", "7000"));
        others = open("1000", "1000000");
        maker = maker(Map.of("spread", "0.2", "layers", "1", "quantity", "0.5"));
        book("149.99", "150.01");
        maker.start();
    }

    private PureMakerTrader maker(Map<String, String> parameters) {
        return new PureMakerTrader(
                new Strategy.PureMaker(Parameters.defaults().with(parameters)),
                exchange.market().rules(),
                venue,
                journal::add);
    }

    private AccountId open(String base, String quote) {
        return exchange.open(
                Map.of("SOL", new BigDecimal(base), "USDC", new BigDecimal(quote)), ExchangeSettings.STANDARD_FEES);
    }

    private void book(String bid, String ask) {
        exchange.cancelAll(others);
        exchange.submit(others, OrderRequest.limit(Side.BID, new BigDecimal(bid), BigDecimal.ONE));
        exchange.submit(others, OrderRequest.limit(Side.ASK, new BigDecimal(ask), BigDecimal.ONE));
    }

    private void pass(Duration length) {
        long end = exchange.now() + length.toNanos();
        while (exchange.now() < end) {
            exchange.advanceTo(exchange.now() + 10 * MILLI);
            venue.work();
            for (var event = venue.next(); event != null; event = venue.next()) {
                maker.on(event);
            }
            if (exchange.now() % (100 * MILLI) == 0) {
                maker.tick(clock.instant());
            }
        }
    }

    private List<String> resting() {
        return venue.account().open().stream()
                .map(order -> order.side() + " " + exchange.market().rules().text(order.price()))
                .sorted()
                .toList();
    }

    private List<String> ids() {
        return venue.account().open().stream().map(Order::id).toList();
    }

    @Test
    void quotesAtAFixedDistanceAndFollowsNothingUntilTheMinuteIsOver() {
        pass(Duration.ofSeconds(2));
        assertEquals(List.of("ASK 150.15", "BID 149.85"), resting());

        book("149.89", "149.91");
        pass(Duration.ofSeconds(57));
        assertEquals(List.of("ASK 150.15", "BID 149.85"), resting());

        pass(Duration.ofSeconds(4));
        // 149.90 less 10 bp is 149.7501, more is 150.0499: rounded away from the mid.
        assertEquals(List.of("ASK 150.05", "BID 149.75"), resting());
    }

    @Test
    void waitsAMinuteAfterAFillWithWhatIsLeftStillOut() {
        pass(Duration.ofSeconds(2));
        exchange.cancelAll(others);
        exchange.submit(
                others,
                OrderRequest.limit(Side.ASK, new BigDecimal("149.85"), new BigDecimal("0.5"))
                        .with(TimeInForce.IOC));
        book("149.99", "150.01");
        pass(Duration.ofSeconds(50));
        assertEquals(List.of("ASK 150.15"), resting());

        pass(Duration.ofSeconds(13));
        assertEquals(List.of("ASK 150.15", "BID 149.85"), resting());
    }

    @Test
    void aFillThatIsFasterThanTheLastCancelIsInTheBooks() {
        pass(Duration.ofSeconds(2));

        maker.leave(clock.instant());
        exchange.cancelAll(others);
        exchange.submit(
                others,
                OrderRequest.limit(Side.ASK, new BigDecimal("149.85"), new BigDecimal("0.5"))
                        .with(TimeInForce.IOC));
        pass(Duration.ofSeconds(1));

        assertTrue(maker.hasLeft());
        var valued = (Entry.BooksValued) journal.get(journal.size() - 1);
        var fees = new BigDecimal("0.5").multiply(new BigDecimal("0.0008"));
        assertEquals(0, valued.holding().base().compareTo(new BigDecimal("20.5").subtract(fees)), valued::toString);
    }

    @Test
    void itsBooksAreExact() {
        pass(Duration.ofSeconds(2));
        exchange.cancelAll(others);
        exchange.submit(
                others,
                OrderRequest.limit(Side.ASK, new BigDecimal("149.85"), new BigDecimal("0.5"))
                        .with(TimeInForce.IOC));
        book("149.79", "149.81");
        pass(Duration.ofSeconds(70));

        maker.leave(clock.instant());
        pass(Duration.ofSeconds(1));

        assertTrue(maker.hasLeft());
        assertEquals(List.of(), ids());
        var fill = (Entry.FillBooked) journal.get(1);
        assertEquals(1, fill.layer());
        assertEquals(0, fill.mid().compareTo(new BigDecimal("150")));
        var marked = (Entry.MarkedOut) journal.get(2);
        assertEquals(4, marked.mids().size());
        marked.mids().values().forEach(mid -> assertEquals(0, mid.compareTo(new BigDecimal("149.80"))));
        var end = (Entry.BooksValued) journal.get(journal.size() - 1);
        // 0.5 at 0.15 better than the mid; the fee is 8 bp of 0.5 SOL, at the fill's price.
        assertEquals(0, end.parts().captured().compareTo(new BigDecimal("0.075")));
        assertEquals(0, end.parts().fees().compareTo(new BigDecimal("0.05994")));
        var held = venue.account().balances();
        var equity = held.base()
                .total()
                .multiply(new BigDecimal("149.80"))
                .add(held.quote().total());
        assertEquals(0, end.equity().compareTo(equity));
        assertEquals(0, end.pnl().compareTo(equity.subtract(new BigDecimal("10000"))));
    }
}
