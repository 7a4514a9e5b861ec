package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import makerdeck.command.DeskCommand;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.engine.input.Input;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.journal.RestoredBooks;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.parameters.Parameters;
import org.jspecify.annotations.Nullable;

/** A process that stalls, breaks, dies and comes back, and an operator who asks for too much. */
class ProcessFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private static Bench withAnOrderInFlight(long seed) {
        var bench = Bench.seeded(seed);
        bench.book("149.99", "150.01");
        bench.venue.start();
        while (bench.venue.batches.isEmpty()) {
            bench.pass(Duration.ofMillis(10));
        }
        return bench;
    }

    @Seeded
    @FaultRow({"34", "41"})
    void pullsItsQuotesWhenItCameLate(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.clock.pass(Duration.ofSeconds(10));
        bench.pass(Duration.ofMillis(200));
        assertEquals(List.of(), bench.resting());
        bench.pass(Duration.ofSeconds(3));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("36")
    void cancelsWhatAnEarlierLifeLeftBeforeItsFirstQuote(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.engine = bench.life(Parameters.defaults(), true, 1000);
        bench.venue.start();
        bench.pass(Duration.ofMillis(20));
        assertState(DeskState.STARTING, bench);
        bench.pass(Duration.ofSeconds(4));

        assertEquals(6, bench.resting().size());
        assertTrue(bench.resting().stream().allMatch(order -> sequence(order.clientId()) >= 1000));
        bench.assertInvariants();
    }

    private static Bench nextLife(long seed, boolean mayHaveLeft) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.invariants.newLife();
        bench.engine = bench.life(
                Parameters.defaults(),
                true,
                new JournalPort(RestoredBooks.NONE, entry -> {}, Bench.numbers(1000), mayHaveLeft));
        return bench;
    }

    @Seeded
    @FaultRow("57")
    void leavesOnlyAfterItHasConnectedAndCancelledWhatAnEarlierLifeLeft(long seed) {
        var bench = nextLife(seed, true);

        bench.command("quit", new DeskCommand.Quit(false));
        assertTrue(bench.engine.outcome().isEmpty());
        bench.venue.start();
        bench.pass(Duration.ofSeconds(6));

        assertTrue(bench.engine.outcome().orElseThrow().clean());
        assertEquals(List.of(), bench.resting());
    }

    @Seeded
    @FaultRow("57")
    void saysThatOrdersOfAnEarlierLifeMayRestWhenTheVenueNeverAnswers(long seed) {
        var bench = nextLife(seed, true);

        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(11));

        var outcome = bench.engine.outcome().orElseThrow();
        assertFalse(outcome.clean());
        assertEquals(List.of(Message.of("engine.resting.earlier")), outcome.mayLive());
        assertEquals(Message.of("engine.resting.advice"), outcome.advice());
    }

    @Seeded
    @FaultRow("57")
    void leavesAtOnceWhenNoEarlierLifeCanHaveLeftAnything(long seed) {
        var bench = nextLife(seed, false);

        bench.command("quit", new DeskCommand.Quit(false));

        assertTrue(bench.engine.outcome().orElseThrow().clean());
    }

    @Seeded
    @FaultRow("36")
    void cancelsAnOrderThatWasOnItsWayWhenItsDeskDied(long seed) {
        var bench = withAnOrderInFlight(seed);
        bench.venue.faults.add(Fault.POST_LATE);
        bench.passWithoutDesk(Duration.ofMillis(100));
        bench.venue.faults.clear();

        bench.engine = bench.life(Parameters.defaults(), true, 1000);
        bench.venue.start();
        bench.pass(LONG);

        assertEquals(6, bench.resting().size());
        assertTrue(bench.resting().stream().allMatch(order -> sequence(order.clientId()) >= 1000));
        bench.assertInvariants();
    }

    private static long sequence(@Nullable ClientId id) {
        return Objects.requireNonNull(id).value() % (1 << 24);
    }

    private static void assertState(DeskState state, Bench bench) {
        assertEquals(state, bench.snapshot().state());
    }

    @Seeded
    @FaultRow("37")
    void waitsForAnOrderInFlightBeforeItLeaves(long seed) {
        var bench = withAnOrderInFlight(seed);

        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(3));

        assertEquals(List.of(), bench.resting());
        assertTrue(bench.engine.outcome().orElseThrow().clean());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("37")
    void leavesCleanWhenAnOrdersFateWasUnknown(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.faults.add(Fault.POST_LOST);
        bench.started();
        bench.pass(Duration.ofSeconds(2));
        bench.venue.faults.clear();

        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(10));

        assertTrue(bench.engine.outcome().orElseThrow().clean());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("37")
    void saysWhatMayLiveWhenTheVenueIsOutOfReachAtTheEnd(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.unreachable = true;
        bench.venue.faults.add(Fault.WS_SILENCE);

        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(11));

        var outcome = bench.engine.outcome().orElseThrow();
        assertFalse(outcome.clean());
        assertEquals(6, outcome.mayLive().size());
        assertEquals(Message.of("engine.resting.advice-for", "SOL_USDC"), outcome.advice());
    }

    @Seeded
    @FaultRow("39")
    void onlyCancelsWhileTheJournalCannotWriteAndLosesNothing(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.faults.add(Fault.FILLS_MISSING);
        bench.hit(Side.BID);
        bench.venue.faults.clear();

        bench.engine.step(new Input.JournalReport(bench.clock.instant(), Message.plain("disk full")));
        bench.pass(Duration.ofSeconds(1));
        int sent = bench.venue.batches.size();
        for (int move = 0; move < 10; move++) {
            bench.book(move % 2 == 0 ? "150.09" : "149.99", move % 2 == 0 ? "150.11" : "150.01");
            bench.pass(Duration.ofSeconds(2));
        }
        assertState(DeskState.REDUCE, bench);
        assertEquals(List.of(), bench.resting());
        assertEquals(sent, bench.venue.batches.size());
        assertEquals(1, bench.snapshot().totals().fills());
        bench.engine.step(new Input.JournalReport(bench.clock.instant(), null));
        bench.pass(Duration.ofSeconds(8));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("42")
    void haltsAndShowsWhyWhenSomethingUnforeseenHappens(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.broken = true;
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(2));

        assertState(DeskState.HALTED, bench);
        assertTrue(Keys.says(bench.snapshot().reason(), "engine.halt.defect"));
        assertEquals(List.of(), bench.resting());
        assertFalse(bench.all(Kind.ALERT).isEmpty());
        bench.pass(LONG);
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("42")
    void haltsOnAnErrorThatIsNoException(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.out = true;
        bench.book("150.49", "150.51");
        bench.pass(Duration.ofSeconds(4));

        assertState(DeskState.HALTED, bench);
        assertEquals(List.of(), bench.resting());
    }

    @Seeded
    @FaultRow("61")
    void onlyReducesWhenAThreadHasDiedUntilTheOperatorGoesOnWithoutIt(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        int known = bench.events.size();

        bench.engine.step(new Input.ThreadDied(bench.clock.instant(), "clerk", "java.lang.Error: x"));

        assertState(DeskState.REDUCE, bench);
        var alert = bench.events.stream()
                .skip(known)
                .filter(event -> event.kind() == DeskEvent.Kind.ALERT)
                .findFirst()
                .orElseThrow();
        assertEquals(Severity.CRITICAL, alert.severity());
        assertEquals("engine.thread.died[clerk, java.lang.Error: x]", Keys.of(alert.text()));
        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(2));

        assertState(DeskState.QUOTING, bench);
        assertEquals(6, bench.resting().size());
    }

    /** Counted on the desk's own clock. */
    private static void reducesWithinASecondOf(long seed, Function<Instant, Input> death) {
        var bench = Bench.seeded(seed).started().anyMoment();
        int known = bench.events.size();
        var diedAt = bench.clock.instant();

        bench.engine.step(death.apply(diedAt));
        bench.pass(Duration.ofSeconds(1));

        var news = bench.events.stream().skip(known).toList();
        var within = diedAt.plusSeconds(1);
        assertTrue(news.stream()
                .anyMatch(one -> one.kind() == Kind.ALERT
                        && one.severity() == Severity.CRITICAL
                        && !one.at().isAfter(within)));
        assertTrue(news.stream()
                .anyMatch(one -> one.news() instanceof DeskNews.StateChanged changed
                        && changed.state() == DeskState.REDUCE
                        && !one.at().isAfter(within)));
        assertState(DeskState.REDUCE, bench);
        assertTrue(
                bench.resting().stream().map(order -> order.side()).distinct().count() <= 1);
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("61")
    void aDeadThreadIsAnAlertAndLeavesOnlyWhatReducesWithinASecond(long seed) {
        reducesWithinASecondOf(seed, at -> new Input.ThreadDied(at, "clerk", "java.lang.Error: x"));
    }

    @Seeded
    @FaultRow("61")
    void aDeadJournalIsAnAlertAndLeavesOnlyWhatReducesWithinASecond(long seed) {
        reducesWithinASecondOf(
                seed, at -> new Input.JournalReport(at, Message.plain("the thread that writes has died")));
    }

    @Seeded
    @FaultRow("43")
    void changesNothingWhenOneOfSeveralValuesIsWrong(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        var before = bench.snapshot().parameters();

        var answer = bench.command(
                "set layers 5 spread 99", new DeskCommand.SetParameters(Map.of("layers", "5", "spread", "99")));
        bench.pass(Duration.ofSeconds(5));

        assertFalse(Bench.answer(answer).ok());
        assertEquals(before, bench.snapshot().parameters());
        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("44")
    void keepsItsHardLimitsWhateverTheOperatorTypes(long seed) {
        var bench =
                Bench.seeded(seed).with(Map.of("rebalance", "off")).started().anyMoment();

        bench.command(
                "set",
                new DeskCommand.SetParameters(Map.of(
                        "spread", "0.01", "quantity", "200", "target", "95", "max-order", "400", "layers", "5")));
        bench.pass(LONG);

        var rules = bench.exchange.market().rules();
        assertTrue(bench.resting().stream()
                .allMatch(order -> bench.price(order)
                                .multiply(rules.decimal(Objects.requireNonNull(order.quantity())))
                                .compareTo(new BigDecimal("400"))
                        <= 0));
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("54")
    void waitsForARebalanceThatTakesBeforeItLeaves(long seed) {
        var bench = Bench.seeded(seed).with(Map.of("target", "20")).started().anyMoment();
        bench.command("rebalance now", new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW));
        while (bench.venue.batches.stream().flatMap(List::stream).allMatch(order -> order.postOnly())) {
            bench.pass(Duration.ofMillis(10));
        }

        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(5));

        assertTrue(bench.engine.outcome().orElseThrow().clean());
        assertTrue(bench.snapshot().totals().sells() > 0);
        assertEquals(List.of(), bench.resting());
        bench.assertInvariants();
    }
}
