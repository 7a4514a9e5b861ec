package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import makerdeck.command.DeskCommand;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults on the wire: a served venue, the client's sockets and the engine behind them. */
@Execution(ExecutionMode.CONCURRENT)
class WireFaultsIT {

    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final Duration LONG = Duration.ofSeconds(8);
    private static final Duration UNTIL_ENDED = Duration.ofMinutes(2);

    private static boolean isEmpty(DeskSnapshot desk) {
        return desk.orders().isEmpty();
    }

    /** Requotes until the fault has been met, and is well afterwards. */
    private static void through(Fault fault, Duration length) throws IOException {
        try (var desk = new WireDesk(fault.ordinal() + 1L)) {
            desk.awaitQuotes().begin(fault, length);
            var end = desk.now().plus(length);
            desk.awaitState(fault.word() + " is over", snapshot -> desk.now().isAfter(end));

            desk.awaitQuotes().assertInvariants();
        }
    }

    @Test
    @FaultRow({"2", "3"})
    void ordersWhoseAnswersAreLost() throws IOException {
        through(Fault.POST_TIMEOUT, LONG);
    }

    @Test
    @FaultRow("4")
    void ordersThatComeLate() throws IOException {
        through(Fault.POST_LATE, LONG);
    }

    @Test
    @FaultRow("5")
    void answersThatCannotBeRead() throws IOException {
        through(Fault.POST_GARBLED, LONG);
    }

    @Test
    @FaultRow("56")
    void ordersInAStateNobodyKnows() throws IOException {
        try (var desk = new WireDesk(56)) {
            desk.awaitQuotes().begin(Fault.ORDER_WORDS, Duration.ofSeconds(20));
            var end = desk.now().plusSeconds(20);
            var most = new AtomicInteger();

            desk.awaitHeard(Kind.ALERT, "engine.unreadable-order.alert").awaitState("the fault is over", snapshot -> {
                most.accumulateAndGet(desk.resting(), Math::max);
                return desk.now().isAfter(end);
            });

            // Three layers a side, and as many on their way out.
            assertTrue(most.get() <= 12, () -> most + " orders rested at once");
            desk.awaitQuotes().assertInvariants();
        }
    }

    @Test
    @FaultRow("66")
    void listsWithRowsThatCannotBeRead() throws IOException {
        through(Fault.ROWS_ODD, LONG);
    }

    @Test
    @FaultRow("48")
    void balancesThatAreWrong() throws IOException {
        through(Fault.BALANCES_WRONG, LONG);
    }

    @Test
    @FaultRow("7")
    void batchesThatArePartlyRefusedAndShuffled() throws IOException {
        through(Fault.BATCH_PARTIAL, LONG);
    }

    @Test
    @FaultRow("8")
    void cancelsWhoseAnswersAreLost() throws IOException {
        through(Fault.CANCEL_TIMEOUT, LONG);
    }

    @Test
    @FaultRow("64")
    void ordersThatAreNotFoundWithAnotherStatus() throws IOException {
        through(Fault.NOT_FOUND_400, LONG);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"PAGE_403", "PAGE_429", "PAGE_451", "PAGE_502", "PAGE_200", "PAGE_ON_READS"})
    @FaultRow("65")
    void pagesInPlaceOfAnswers(Fault page) throws IOException {
        through(page, LONG);
    }

    @Test
    @FaultRow("62")
    void requestsThatExpire() throws IOException {
        try (var desk = new WireDesk(62)) {
            desk.awaitQuotes().begin(Fault.EXPIRED, UNTIL_ENDED);

            desk.awaitState("late", snapshot -> Keys.says(snapshot.reason(), "engine.reduce-only.late"))
                    .end()
                    .awaitState("quoting", snapshot -> snapshot.state() == DeskState.QUOTING)
                    .awaitQuotes();
            assertTrue(desk.events.stream().noneMatch(one -> Keys.says(one.text(), "engine.halt.alarm")));
            desk.assertInvariants();
        }
    }

    @Test
    @FaultRow("12")
    void framesThatComeTwice() throws IOException {
        through(Fault.PRIVATE_TWICE, LONG);
    }

    @Test
    @FaultRow("25")
    void depthThatComesTwiceAndOutOfOrder() throws IOException {
        through(Fault.DEPTH_TWICE, LONG);
    }

    @Test
    @FaultRow("53")
    void requestsThatOthersHaveUsedUp() throws IOException {
        through(Fault.RATE_LIMIT, SHORT);
    }

    @Test
    @FaultRow("20")
    void socketsThatFallSilent() throws IOException {
        try (var desk = new WireDesk(20)) {
            desk.awaitQuotes().begin(Fault.WS_SILENCE, LONG);

            desk.awaitState("no quotes", WireFaultsIT::isEmpty).awaitQuotes().assertInvariants();
        }
    }

    @Test
    @FaultRow("22")
    void socketsThatAreToldGoodbye() throws IOException {
        try (var desk = new WireDesk(22)) {
            desk.awaitQuotes().begin(Fault.WS_GOODBYE, Duration.ofSeconds(1));

            desk.awaitHeard(Kind.ALERT, "engine.gate.down.public", "engine.gate.down.private")
                    .awaitQuotes()
                    .assertInvariants();
        }
    }

    @Test
    @FaultRow("22b")
    void subscriptionsThatAreIgnored() throws IOException {
        try (var desk = new WireDesk(122)) {
            desk.awaitQuotes().begin(Fault.WS_DEAF, LONG).begin(Fault.WS_CLOSE, Duration.ofMillis(500));

            desk.awaitState("no quotes", WireFaultsIT::isEmpty).awaitQuotes().assertInvariants();
        }
    }

    @Test
    @FaultRow("23")
    void socketsThatBreakAsSoonAsTheyStand() throws IOException {
        try (var desk = new WireDesk(23)) {
            desk.awaitQuotes().begin(Fault.WS_CLOSE, SHORT);

            desk.awaitState("down", snapshot -> snapshot.state() == DeskState.DOWN)
                    .awaitQuotes()
                    .assertInvariants();
        }
    }

    @Test
    @FaultRow("24")
    void depthWithGaps() throws IOException {
        try (var desk = new WireDesk(24)) {
            desk.awaitQuotes().begin(Fault.DEPTH_GAP, SHORT);

            desk.awaitState("a gap", snapshot -> snapshot.health().gaps() > 0)
                    .awaitQuotes()
                    .assertInvariants();
        }
    }

    /** Every break ends in quotes again, and while it lasts no quote rests on a book that is not the venue's. */
    @Test
    @FaultRow("58")
    void numbersOfTheBookThatStartOver() throws IOException {
        through(Fault.DEPTH_RESTART, LONG);
    }

    @Test
    @FaultRow("58")
    void numbersOfTheBookThatAreNegative() throws IOException {
        try (var desk = new WireDesk(58)) {
            desk.awaitQuotes().begin(Fault.DEPTH_NEGATIVE, LONG);

            desk.awaitState("no quotes", WireFaultsIT::isEmpty).awaitQuotes().assertInvariants();
        }
    }

    @Test
    @FaultRow("58")
    void numbersOfTheBookThatJumpBeyondAll() throws IOException {
        through(Fault.DEPTH_JUMP, LONG);
    }

    @Test
    @FaultRow("58")
    void aBookThatStandsStillWhileAllElseLives() throws IOException {
        try (var desk = new WireDesk(158)) {
            desk.awaitQuotes().begin(Fault.DEPTH_FROZEN, LONG);

            desk.awaitState("no quotes", WireFaultsIT::isEmpty).awaitQuotes().assertInvariants();
        }
    }

    @Test
    @FaultRow("30")
    void aBan() throws IOException {
        try (var desk = new WireDesk(30)) {
            desk.awaitQuotes().begin(Fault.BAN, SHORT);

            desk.awaitState("halted", snapshot -> snapshot.state() == DeskState.HALTED)
                    .awaitState("exposed", snapshot -> Keys.says(snapshot.reason(), "engine.exposed-because"))
                    .awaitState("gone", WireFaultsIT::isEmpty)
                    .assertInvariants();
        }
    }

    @Test
    void aBanAfterWhichTheDeskGoesOnByItself() throws IOException {
        try (var desk = new WireDesk(130)) {
            desk.awaitQuotes();
            desk.command("set resume.auto 1", new DeskCommand.SetParameters(Map.of("resume.auto", "1")));
            desk.begin(Fault.BAN, SHORT);

            desk.awaitState("halted", snapshot -> snapshot.state() == DeskState.HALTED)
                    .awaitHeard(Kind.ALERT, "engine.halt.resumed")
                    .awaitQuotes()
                    .assertInvariants();
        }
    }

    @Test
    @FaultRow("31")
    void aMarketThatTakesOnlyCancels() throws IOException {
        try (var desk = new WireDesk(31)) {
            desk.awaitQuotes().begin(Fault.CANCEL_ONLY, UNTIL_ENDED);

            desk.awaitState("cancel only", snapshot -> Keys.says(snapshot.reason(), "engine.market-state.cancel-only"))
                    .end()
                    .awaitQuotes()
                    .assertInvariants();
        }
    }

    @Test
    @FaultRow("32")
    void answersThatTakeSeconds() throws IOException {
        try (var desk = new WireDesk(32)) {
            desk.awaitQuotes().begin(Fault.LATENCY, UNTIL_ENDED);

            desk.awaitState(
                            "slow",
                            snapshot -> snapshot.state() == DeskState.REDUCE
                                    && Keys.says(snapshot.reason(), "engine.reduce-only.slow"))
                    .end()
                    .awaitQuotes()
                    .assertInvariants();
        }
    }

    @Test
    @FaultRow("33")
    void aVenueWhoseClockSteps() throws IOException {
        through(Fault.CLOCK_STEP, LONG);
    }

    @Test
    @FaultRow("51")
    void aKeyThatMayOnlyReadHaltsTheDeskWithoutAnyOrderThatMightRest() throws IOException {
        try (var desk = new WireDesk(151, false)) {
            desk.awaitState("halted", snapshot -> snapshot.state() == DeskState.HALTED);

            assertTrue(desk.events.stream().noneMatch(one -> Keys.says(one.text(), "engine.resting.alarm")));
            assertTrue(isEmpty(desk.snapshot()));
        }
    }

    @Test
    @FaultRow("51")
    void aKeyThatCountsNoMore() throws IOException {
        try (var desk = new WireDesk(51)) {
            desk.awaitQuotes().begin(Fault.KEY_REFUSED, UNTIL_ENDED);

            desk.awaitState("halted", snapshot -> snapshot.state() == DeskState.HALTED)
                    .awaitHeard(Kind.ALERT, "engine.resting.alarm")
                    .end()
                    .awaitState("gone", WireFaultsIT::isEmpty)
                    .assertInvariants();
        }
    }
}
