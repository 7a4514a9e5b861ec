package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Book;
import makerdeck.domain.Fees;
import makerdeck.domain.Fill;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Books and prices that cannot be true, markets that run, rules and fees that change. */
class MarketFaultsTest {

    private static Book book(long bid, long ask) {
        return new Book(level(bid), level(ask), 1);
    }

    private static List<Level> level(long ticks) {
        return List.of(new Level(new Price(ticks), new Quantity(10_000)));
    }

    /** As if the market's stream said so, and nothing else. */
    private static void tell(Bench bench, Book book) {
        bench.venue.faults.add(Fault.PUBLIC_SILENCE);
        bench.venue.tell(new VenueEvent.BookMoved(bench.clock.instant(), book));
        bench.pass(Duration.ofMillis(300));
    }

    private static boolean isAtTheBand(@Nullable Message reason) {
        return Stream.of("strategy.side.hard-band", "strategy.size.hard-band", "engine.limit.band")
                .anyMatch(key -> Keys.says(reason, key));
    }

    @Seeded
    @FaultRow("26")
    void quotesNothingOnABookThatIsCrossedOrHasOneSide(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        tell(bench, book(15_002, 15_000));
        assertEquals(List.of(), bench.resting());
        assertEquals("engine.gate.crossed", Keys.of(bench.snapshot().quoting().bidReason()));
        tell(bench, new Book(level(15_000), List.of(), 2));
        assertEquals(
                "engine.gate.one-sided[engine.quotes.ask]",
                Keys.of(bench.snapshot().quoting().bidReason()));
        bench.venue.faults.clear();
        bench.venue.news.tellBook();
        bench.pass(Duration.ofSeconds(2));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("27")
    void quotesNothingOnAnAbsurdPriceAndHaltsWhenItStays(long seed) {
        var bench = Bench.seeded(seed).started();
        bench.pass(Duration.ofSeconds(5));
        bench.anyMoment();

        tell(bench, book(150_000, 150_010));
        assertEquals(List.of(), bench.resting());
        assertEquals(
                "1500.05",
                Keys.values(bench.snapshot().quoting().bidReason(), "engine.absurd")
                        .get(0));
        tell(bench, book(1, 2));
        assertEquals(List.of(), bench.resting());
        for (int second = 0; second < 11; second++) {
            tell(bench, book(1, 2));
            bench.pass(Duration.ofMillis(700));
        }
        assertEquals(DeskState.HALTED, bench.snapshot().state());
        bench.venue.faults.clear();
        bench.venue.news.tellBook();
        bench.pass(Duration.ofSeconds(1));

        assertEquals(List.of(), bench.resting());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("28")
    void takesNothingOutOfAFlashCrash(long seed) {
        var bench = Bench.seeded(seed)
                .with(Map.of("rebalance", "on", "threshold", "0.3"))
                .started()
                .anyMoment();

        for (int step = 1; step <= 10; step++) {
            var mid = new BigDecimal("150").subtract(new BigDecimal("1.5").multiply(BigDecimal.valueOf(step)));
            bench.book(
                    mid.subtract(new BigDecimal("0.01")).toPlainString(),
                    mid.add(new BigDecimal("0.01")).toPlainString());
            bench.pass(Duration.ofMillis(500));
            assertTrue(bench.venue.books().fills(Bench.START).stream().allMatch(Fill::maker), "took at step " + step);
        }
        bench.book("149.99", "150.01");
        bench.pass(Duration.ofSeconds(20));

        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("45")
    void followsAnotherSmallestOrderAndHaltsOnAnotherGrid(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        var rules = bench.exchange.market().rules();

        bench.venue.toldMarket = with(rules, rules.tickSize(), "5");
        bench.venue.tellMarket();
        bench.pass(Duration.ofSeconds(2));
        assertTrue(bench.resting().stream()
                .allMatch(order ->
                        rules.decimal(Objects.requireNonNull(order.quantity())).compareTo(new BigDecimal("5")) >= 0));
        bench.venue.toldMarket = with(rules, new BigDecimal("0.1"), "0.01");
        bench.venue.tellMarket();
        bench.pass(Duration.ofSeconds(2));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals("engine.halt.grid", Keys.of(bench.snapshot().reason()));
        assertEquals(List.of(), bench.resting());
        bench.assertInvariants();
    }

    private static Market with(Market rules, BigDecimal tick, String smallest) {
        return new Market(
                rules.symbol(),
                rules.base(),
                rules.quote(),
                tick,
                rules.stepSize(),
                new BigDecimal(smallest),
                rules.bandLow(),
                rules.bandHigh(),
                rules.state());
    }

    @Seeded
    @FaultRow("46")
    void reckonsWithTheFeeThatFillsCost(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.toldFees = new Fees(new BigDecimal("4"), new BigDecimal("5"));
        bench.started().anyMoment();

        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(3));

        assertEquals(
                List.of(Message.of("engine.fee.maker-dearer", "8.00", "4.00")),
                bench.told(Kind.ALERT, "engine.fee.maker-dearer"));
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("49")
    void stopsTheHeavySideInATrendAndHaltsAtItsLossLimit(long seed) {
        var bench = new Bench(new MarketSource.Agents(MarketPreset.TREND), seed)
                .with(Map.of("max-loss", "4", "band.hard", "4"))
                .started();
        bench.keepsOrderNews = false;

        var stopped = false;
        for (int second = 0; second < 1200 && bench.snapshot().state() != DeskState.HALTED; second++) {
            bench.pass(Duration.ofSeconds(1));
            stopped |= isAtTheBand(bench.snapshot().quoting().bidReason())
                    || isAtTheBand(bench.snapshot().quoting().askReason());
        }

        assertTrue(stopped || bench.snapshot().state() == DeskState.HALTED);
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("49")
    void haltsAtTheLossLimit(long seed) {
        var bench = Bench.seeded(seed).with(Map.of("max-loss", "5")).started().anyMoment();

        bench.hit(Side.BID);
        bench.book("148.99", "149.01");
        bench.pass(Duration.ofSeconds(1));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals(
                "5",
                Keys.values(bench.snapshot().reason(), "engine.limit.max-loss").get(1));
        assertEquals(List.of(), bench.resting());
        bench.assertInvariants();
    }

    @Test
    void haltedTwiceForALossIsOneAlertThatCounts() {
        var bench = new Bench().with(Map.of("max-loss", "5")).started();

        bench.hit(Side.BID);
        bench.book("148.99", "149.01");
        bench.pass(Duration.ofSeconds(1));
        bench.book("147.99", "148.01");
        bench.pass(Duration.ofSeconds(1));
        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        var halts = bench.snapshot().alerts().stream()
                .filter(alert -> alert.text().key().equals("engine.halt.alarm"))
                .toList();
        assertEquals(List.of(2L), halts.stream().map(Alert::count).toList(), () -> halts.toString());
        var losses = bench.all(Kind.ALERT).stream()
                .filter(event -> event.text().key().equals("engine.halt.alarm"))
                .map(DeskEvent::text)
                .toList();
        assertEquals(2, losses.stream().distinct().count(), () -> losses.toString());
        assertEquals(losses.get(1), halts.get(0).text());
    }

    @Seeded
    @FaultRow("27")
    void bidsNothingFarAboveWhatTheMarketWasLately(long seed) {
        var bench = Bench.seeded(seed).started();
        bench.pass(Duration.ofSeconds(10));
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(1));

        bench.book("179.99", "180.01");
        bench.pass(Duration.ofMillis(100));
        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(0, bench.resting(Side.BID).size());
        assertTrue(Keys.says(bench.snapshot().quoting().bidReason(), "engine.limit.price"));
        assertEquals(3, bench.resting(Side.ASK).size());
        bench.assertInvariants();
    }
}
