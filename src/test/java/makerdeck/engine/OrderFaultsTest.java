package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import makerdeck.command.DeskCommand;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.Expiry;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.OrderStage;
import makerdeck.venue.VenueEvent;

/** New orders whose fate is in doubt, refused or late. */
class OrderFaultsTest {

    @Seeded
    @FaultRow("2")
    void aHistoryThatWasReadForOneOrderProvesNothingAboutAnother(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.faults.add(Fault.POST_LOST);
        bench.venue.answersHistory = false;
        bench.book("149.79", "149.81");
        bench.pass(Duration.ofSeconds(1));
        bench.venue.faults.clear();

        for (int second = 0; second < 20; second++) {
            bench.pass(Duration.ofSeconds(1));
            var now = bench.clock.instant();
            bench.venue.tell(new VenueEvent.HistoryRead(now, now, Set.of(new ClientId(1)), List.of()));
        }

        assertTrue(
                bench.snapshot().orders().stream().anyMatch(row -> row.state().equals("UNKNOWN")));
    }

    private static final Duration LONG = Duration.ofSeconds(20);

    private static void assertNoIdTwice(Bench bench) {
        var ids = new HashSet<ClientId>();
        bench.venue.batches.forEach(batch -> batch.forEach(order -> assertTrue(ids.add(order.clientId()))));
    }

    @Seeded
    @FaultRow("1")
    void usesANewIdOnceALostOrderIsKnownToBeAbsent(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.faults.add(Fault.POST_LOST);
        bench.started();
        bench.pass(Duration.ofSeconds(3));

        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(1));
        assertEquals(List.of(), bench.resting());
        assertEquals(1, bench.venue.batches.size());
        bench.pass(Duration.ofSeconds(8));

        assertEquals(6, bench.resting().size());
        assertNoIdTwice(bench);
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("2")
    void neverSendsAnOrderAgainWhenItsAnswerIsLost(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.faults.add(Fault.POST_TIMEOUT);
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.started();

        assertEquals(6, bench.resting().size());
        bench.pass(LONG);

        assertEquals(6, bench.resting().size());
        assertEquals(1, bench.venue.batches.size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("3")
    void booksTheFillsOfAnOrderWhoseAnswerWasLost(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.faults.add(Fault.POST_TIMEOUT);
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.started();

        bench.anyMoment().hit(Side.BID);
        bench.pass(LONG);

        assertEquals(1, bench.snapshot().totals().fills());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("4")
    void takesOverAnOrderThatArrivesAfterItWasAskedFor(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.faults.add(Fault.POST_LATE);
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.started();
        bench.pass(Duration.ofSeconds(4));

        assertEquals(6, bench.resting().size());
        assertEquals(1, bench.venue.batches.size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("5")
    void takesAnAnswerThatCannotBeReadForNone(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.faults.add(Fault.POST_GARBLED);
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.started();
        bench.pass(LONG);

        assertEquals(6, bench.resting().size());
        assertEquals(1, bench.venue.batches.size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("6")
    void pausesASideWhoseOrdersAreRefusedAgainAndAgain(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.faults.add(Fault.POST_REFUSED);
        bench.started();
        bench.pass(Duration.ofSeconds(10));

        assertEquals(
                4L,
                Keys.values(bench.snapshot().quoting().bidReason(), "engine.refused.again")
                        .get(1));
        assertTrue(bench.venue.batches.size() <= 4, "batches " + bench.venue.batches.size());
        assertNoIdTwice(bench);
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(35));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("7")
    void knowsWhichOrdersOfABatchWereTaken(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.faults.add(Fault.BATCH_PARTIAL);
        bench.started();

        assertEquals(3, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("14")
    void booksAFillThatComesBeforeItsOrderWasAccepted(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.faults.add(Fault.POST_TIMEOUT);
        bench.venue.faults.add(Fault.ACCEPTS_MISSING);
        bench.book("149.99", "150.01");
        bench.venue.start();
        while (bench.resting(Side.BID).isEmpty()) {
            bench.pass(Duration.ofMillis(10));
        }

        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(1));
        assertEquals(1, bench.snapshot().totals().fills());
        bench.pass(LONG);

        assertEquals(1, bench.snapshot().totals().fills());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("15")
    void leavesDustThatIsTooSmallForAnOrderAlone(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        var nearest = bench.resting(Side.BID).stream()
                .max(Comparator.comparing(bench::price))
                .orElseThrow();
        var all = bench.exchange.market().rules().decimal(Objects.requireNonNull(nearest.quantity()));

        bench.take(
                Side.ASK, bench.best(Side.BID), all.add(new BigDecimal("99.99")).toPlainString());
        bench.book("149.99", "150.01");
        bench.pass(LONG);

        assertEquals(1, bench.snapshot().totals().fills());
        assertTrue(bench.news(DeskNews.OrderMoved.class).stream()
                .noneMatch(order -> order.stage() == OrderStage.REJECTED));
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("16")
    void cancelsItsQuotesBeforeARebalanceMeetsThem(long seed) {
        var bench = Bench.seeded(seed)
                .with(Map.of("target", "20", "rebalance", "off"))
                .started()
                .anyMoment();

        bench.command("rebalance now", new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW));
        bench.pass(Duration.ofSeconds(30));

        assertTrue(bench.all(Kind.ORDER).stream()
                .noneMatch(order -> Keys.of(order.text()).contains(Expiry.SELF_TRADE_PREVENTION.name())));
        assertTrue(bench.snapshot().totals().sells() > 0);
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("17")
    void triesAgainFromAFreshBookWhenAPostOnlyOrderWouldHaveTaken(long seed) {
        var bench = Bench.seeded(seed)
                .with(Map.of("spread", "0.03", "spread.mode", "fixed", "fee-floor", "off", "layers", "1"))
                .started();
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(1));

        bench.command("resume", new DeskCommand.Resume(null));
        bench.book("149.89", "149.91");
        bench.pass(Duration.ofMillis(130));
        assertTrue(bench.told(Kind.ORDER, "engine.order-state.rejected").stream()
                .anyMatch(order -> order.values().contains(Message.plain("POST_ONLY_WOULD_TAKE"))));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(1, bench.resting(Side.BID).size());
        assertEquals(1, bench.resting(Side.ASK).size());
        assertEquals(0, bench.snapshot().totals().fills());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("17")
    void pausesASideWhosePostOnlyOrdersWouldTakeAgainAndAgain(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(1));
        bench.venue.faults.add(Fault.PUBLIC_SILENCE);
        bench.book("147.99", "148.01");
        int before = bench.venue.batches.size();

        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofMillis(1_800));

        var reason = bench.snapshot().quoting().bidReason();
        assertEquals(4L, Keys.values(reason, "engine.refused.again").get(1));
        int tries = bench.venue.batches.size() - before;
        assertTrue(tries >= 4 && tries <= 6, "batches " + tries);
        assertEquals(0, bench.resting(Side.BID).size());
        bench.venue.faults.clear();
        bench.venue.news.tellBook();
        bench.pass(Duration.ofSeconds(40));

        assertEquals(3, bench.resting(Side.BID).size());
        assertEquals(0, bench.snapshot().totals().fills());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("55")
    void doesNotPileUpOrdersWhenListingsShowNone(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.LISTING_EMPTY);
        for (int i = 0; i < 60; i++) {
            bench.pass(Duration.ofSeconds(1));
            assertTrue(bench.resting().size() <= 6, "resting " + bench.resting().size());
        }

        assertEquals(6, bench.resting().size());
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertInvariants();
    }
}
