package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import makerdeck.command.DeskCommand;
import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.journal.RestoredBooks;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.OrderStage;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.OddOrder;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;

/** Rules that protect the desk, each by what it does to the orders on the venue. */
class ProtectionTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Seeded
    @FaultRow({"13", "21"})
    void quotesNothingForFiveSecondsAfterAFillThatTheStreamKeptToItself(long seed) {
        var bench = Bench.seeded(seed).started();
        bench.pass(Duration.ofSeconds(3));
        bench.venue.keepsStream = true;
        bench.venue.faults.add(Fault.FILLS_MISSING);

        bench.hit(Side.BID);
        while (bench.snapshot().totals().fills() == 0) {
            bench.pass(Duration.ofMillis(10));
        }
        bench.venue.faults.clear();
        bench.pass(SECOND);
        int sent = bench.venue.batches.size();
        for (int i = 0; i < 35; i++) {
            assertEquals(List.of(), bench.resting());
            bench.pass(Duration.ofMillis(100));
        }
        assertEquals(sent, bench.venue.batches.size());
        bench.pass(Duration.ofSeconds(3));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("6")
    void refusalsThatAcceptedOrdersPartDoNotAddUpToAPause(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        for (int i = 0; i < 6; i++) {
            bench.venue.faults.add(Fault.POST_REFUSED);
            bench.book(i % 2 == 0 ? "150.09" : "149.99", i % 2 == 0 ? "150.11" : "150.01");
            bench.pass(Duration.ofMillis(300));
            bench.venue.faults.clear();
            bench.pass(Duration.ofSeconds(4));

            assertEquals(6, bench.resting().size(), "after refusal " + (i + 1));
        }
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("20")
    void aStateWhoseSecondsAreCountedIsToldOnce(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.faults.add(Fault.WS_SILENCE);
        bench.pass(Duration.ofSeconds(6));
        var reason = bench.snapshot().reason();
        int told = bench.all(Kind.STATE).size();

        bench.pass(Duration.ofSeconds(20));

        assertEquals(DeskState.PAUSED, bench.snapshot().state());
        assertNotEquals(reason, bench.snapshot().reason());
        assertEquals(told, bench.all(Kind.STATE).size());
        assertTrue(told > 0);
    }

    @Seeded
    @FaultRow("29")
    void aSideThatSentNothingWaitsTooWhenTheVenueHasHadEnough(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.command("pause ask 2s", new DeskCommand.Pause(Side.ASK, Duration.ofSeconds(2)));
        bench.pass(Duration.ofMillis(300));
        bench.venue.refuses = Refusal.RATE_LIMIT;
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofMillis(300));
        bench.venue.refuses = null;

        bench.pass(Duration.ofMillis(2_400));
        assertEquals(List.of(), bench.resting(Side.ASK));
        bench.pass(Duration.ofSeconds(12));

        assertEquals(3, bench.resting(Side.ASK).size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("51")
    void noRiskIsAddedWhileTheKeyIsInDoubt(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.refuses = Refusal.KEY_IN_DOUBT;
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofMillis(500));
        assertEquals(DeskState.REDUCE, bench.snapshot().state());
        bench.venue.refuses = null;
        bench.pass(Duration.ofSeconds(20));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("18")
    void balancesAreReadAtOnceWhenTheVenueFindsLessMoney(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(SECOND);
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.venue.faults.add(Fault.LISTING_EMPTY);
        bench.exchange.submit(bench.desk, OrderRequest.limit(Side.BID, new BigDecimal("100"), new BigDecimal("68.5")));
        int known = bench.venue.balanceReads;
        while (bench.venue.balanceReads == known) {
            bench.pass(Duration.ofMillis(100));
        }
        known = bench.venue.balanceReads;

        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofMillis(1_500));

        assertTrue(bench.venue.balanceReads > known, "read " + bench.venue.balanceReads);
    }

    @Seeded
    @FaultRow("64")
    void aReadingAskedBeforeTheQuestionHaltsNothing(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.venue.faults.add(Fault.NOT_FOUND_400);
        var before = bench.venue.books().open();

        bench.hit(Side.BID);
        bench.command("pause", new DeskCommand.Pause(null, null));
        for (int i = 0; i < 1_000; i++) {
            for (var order : before) {
                bench.venue.tell(new VenueEvent.OrderRead(
                        bench.clock.instant(),
                        Bench.START,
                        Objects.requireNonNull(order.clientId()),
                        Optional.of(order)));
            }
            bench.pass(Duration.ofMillis(10));
            assertNotEquals(DeskState.HALTED, bench.snapshot().state());
        }
        bench.assertInvariants();
    }

    private static void listing(Bench bench, Instant asked, OddOrder... odd) {
        bench.venue.tell(new VenueEvent.OpenOrdersRead(bench.clock.instant(), asked, List.of(), List.of(odd)));
        bench.pass(Duration.ofMillis(20));
    }

    private static long doubted(Bench bench) {
        return bench.news(DeskNews.OrderMoved.class).stream()
                .filter(order -> order.stage() == OrderStage.UNKNOWN)
                .count();
    }

    @Seeded
    @FaultRow("55")
    void oneListingWithoutAnOrderDoubtsNothingWhateverAnOlderOneShowed(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        listing(bench, Bench.START);
        listing(bench, bench.clock.instant());

        assertEquals(0, doubted(bench));
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow({"55", "66"})
    void listingsWithARowThatMayBeAnybodysProveNoAbsence(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        var anybodys = new OddOrder(null, null, true, null, Message.plain("null"));

        for (int i = 0; i < 4; i++) {
            listing(bench, bench.clock.instant(), anybodys);
        }

        assertEquals(0, doubted(bench));
    }

    @Seeded
    @FaultRow("37")
    void anOrderOfAnEarlierLifeThatArrivesDuringTheEndIsNotLeftBehind(long seed) {
        var bench = Bench.seeded(seed);
        bench.book("149.99", "150.01");
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.venue.faults.add(Fault.CANCEL_LOST);
        bench.engine = bench.life(
                Parameters.defaults(),
                true,
                new JournalPort(RestoredBooks.NONE, entry -> {}, Bench.numbers(100), true));
        bench.command("quit", new DeskCommand.Quit(false));
        bench.venue.start();
        bench.pass(SECOND);
        var late =
                NewOrder.maker(new ClientId((long) Bench.TAG << 24 | 5), Side.BID, new Price(14_900), new Quantity(10));
        bench.venue.books().submit(late);

        for (int i = 0; i < 110; i++) {
            bench.pass(Duration.ofMillis(100));
            if (i == 60) {
                bench.venue.faults.clear();
            }
            var outcome = bench.outcome();
            assertTrue(outcome == null || !outcome.clean() || bench.resting().isEmpty(), "left after " + i);
        }
        assertEquals(List.of(), bench.resting());
    }
}
