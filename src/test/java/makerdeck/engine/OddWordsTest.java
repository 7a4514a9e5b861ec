package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskState;
import makerdeck.venue.OddOrder;
import org.junit.jupiter.api.Test;

/** Orders in words that nobody knows: they are there all the same. */
class OddWordsTest {

    private static final ClientId OURS = new ClientId((long) Bench.TAG << 24 | 4711);
    private static final ClientId THEIRS = new ClientId((long) (Bench.TAG + 1) << 24 | 1);
    private static final Duration LEAVES_IN = Duration.ofSeconds(12);

    private static OddOrder anybodys(String id) {
        return new OddOrder(id, null, true, Side.BID, Message.of("client.unreadable.no-number", "clientId"));
    }

    private static List<Message> alerts(Bench bench) {
        return bench.told(DeskEvent.Kind.ALERT, "engine.unreadable-order.alert");
    }

    @Seeded
    @FaultRow("56")
    void neverHasMoreOrdersThanLayersWhileNobodyKnowsTheirState(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.faults.add(Fault.ORDER_WORDS);
        bench.started();

        for (int second = 0; second < 60; second++) {
            bench.anyMoment();
            bench.pass(Duration.ofMillis(500));
            var live = bench.resting().size();
            assertTrue(live <= 6, () -> live + " orders rest");
        }

        var trouble = Message.of("client.answer.state", "Working");
        assertEquals(
                "engine.unreadable-order.side[" + trouble + "]",
                Keys.of(bench.snapshot().quoting().bidReason()));
        assertEquals(
                List.of(Message.of("engine.alert.about", Message.of("engine.unreadable-order.alert"), trouble)),
                alerts(bench));
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(30));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("56")
    void leavesNoOrderBehindWhoseStateNobodyKnows(long seed) {
        var bench = Bench.seeded(seed);
        bench.started();
        bench.venue.faults.add(Fault.ORDER_WORDS);
        bench.anyMoment();

        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(LEAVES_IN);

        assertEquals(List.of(), bench.resting());
        assertTrue(Objects.requireNonNull(bench.outcome()).clean());
    }

    @Test
    @FaultRow("56")
    void addsNothingOnTheSideOfARowThatIsNotUnderstood() {
        var bench = new Bench().started();
        bench.venue.odd.add(
                new OddOrder("9001", THEIRS, false, Side.BID, Message.of("client.unreadable.no-number", "price")));
        bench.pass(Duration.ofSeconds(12));

        assertEquals(List.of(), bench.resting(Side.BID));
        assertEquals(3, bench.resting(Side.ASK).size());
        var trouble = Message.of("client.unreadable.no-number", "price");
        assertEquals(
                "engine.unreadable-order.side[" + trouble + "]",
                Keys.of(bench.snapshot().quoting().bidReason()));
        assertEquals(
                List.of(Message.of("engine.alert.about", Message.of("engine.unreadable-order.alert"), trouble)),
                alerts(bench));

        bench.venue.odd.clear();
        bench.pass(Duration.ofSeconds(15));
        assertEquals(6, bench.resting().size());
    }

    @Test
    @FaultRow("56")
    void addsNothingOnEitherSideWhenTheSideOfARowCannotBeRead() {
        var bench = new Bench().started();
        bench.venue.odd.add(new OddOrder("9001", null, false, null, Message.of("client.unreadable.side")));
        bench.pass(Duration.ofSeconds(12));

        assertEquals(List.of(), bench.resting());
        assertEquals(DeskState.PAUSED, bench.snapshot().state());
    }

    @Test
    @FaultRow("56")
    void aListingWithARowThatMayBeAnyOrderProvesNoAbsence() {
        var bench = new Bench().started();
        bench.venue.odd.add(new OddOrder(null, null, true, Side.ASK, Message.plain("null")));
        bench.venue.faults.add(Fault.LISTING_EMPTY);
        bench.pass(Duration.ofSeconds(25));

        assertEquals(3, bench.resting(Side.BID).size());
        assertTrue(bench.snapshot().orders().stream()
                .filter(order -> order.side() == Side.BID)
                .allMatch(order -> order.state().equals("OPEN")));
    }

    @Test
    @FaultRow("56")
    void cancelsAnOddRowOfItsOwnAtOnce() {
        var bench = new Bench().started();
        bench.venue.odd.add(new OddOrder("9001", OURS, false, null, Message.of("client.unreadable.side")));
        int before = bench.venue.cancelled.size();
        bench.pass(Duration.ofSeconds(12));

        assertTrue(bench.venue
                .cancelled
                .subList(before, bench.venue.cancelled.size())
                .contains(OURS));
    }

    @Test
    @FaultRow("56")
    void quittingCancelsARowThatMayBeItsOwnAndLeavesAnothersAlone() {
        var bench = new Bench().started();
        bench.venue.odd.add(anybodys("9001"));
        bench.venue.odd.add(
                new OddOrder("9002", THEIRS, false, Side.ASK, Message.of("client.unreadable.no-number", "price")));
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(LEAVES_IN);

        assertEquals(
                List.of("9002"), bench.venue.odd.stream().map(OddOrder::orderId).toList());
        var outcome = Objects.requireNonNull(bench.outcome());
        assertTrue(outcome.clean());
    }

    @Test
    @FaultRow("56")
    void quittingCountsARowThatCannotBeNamedAndSaysWhatToDo() {
        var bench = new Bench().started();
        bench.venue.odd.add(new OddOrder(null, null, true, null, Message.plain("null")));
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(LEAVES_IN);

        var outcome = bench.outcome();
        assertNotNull(outcome);
        assertFalse(outcome.clean());
        assertEquals(1, outcome.mayLive().size());
        assertEquals(Message.of("engine.resting.advice-for", "SOL_USDC"), outcome.advice());
    }
}
