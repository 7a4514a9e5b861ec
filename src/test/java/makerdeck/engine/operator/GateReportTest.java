package makerdeck.engine.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.message.Denial;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.Why;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

class GateReportTest {

    private static final List<String> GATES = List.of(
            "desk",
            "watch",
            "pause",
            "rebalance",
            "market-stream",
            "account-stream",
            "book",
            "both-sides",
            "price",
            "market",
            "lag",
            "missed-fill",
            "data",
            "book-age",
            "balances",
            "comparison",
            "fills",
            "unreadable",
            "reduce",
            "quotes",
            "refusals",
            "known",
            "cancels",
            "answers",
            "turn",
            "cooling",
            "review");

    private static final Message BOTH_OPEN =
            Message.of("engine.why.of", Message.of("engine.quotes.both"), Message.of("engine.why.open"));

    private final Bench bench = new Bench();

    private List<Message> shown() {
        return shown(DeskCommand.Why.Topic.ALL);
    }

    private List<Message> shown(DeskCommand.Why.Topic topic) {
        var before = bench.events.size();
        bench.command("why", new DeskCommand.Why(topic));
        return bench.events.subList(before, bench.events.size() - 1).stream()
                .map(DeskEvent::text)
                .toList();
    }

    @Test
    void everyGateIsListedInTheOrderInWhichItIsAskedAndOpenWhileBothSidesAreQuoted() {
        bench.started();
        bench.pass(Duration.ofSeconds(5));

        var lines = shown();

        assertEquals(
                List.of(
                        "engine.why.desk[engine.state.quoting]",
                        "engine.why.quoted[engine.quotes.bid]",
                        "engine.why.quoted[engine.quotes.ask]"),
                Keys.of(lines.subList(0, 3)));
        assertEquals(
                GATES.stream().map(gate -> "engine.why.gate." + gate).toList(),
                lines.stream()
                        .skip(3)
                        .map(line -> ((Message) line.values().get(1)).key())
                        .toList());
        lines.stream()
                .skip(3)
                .forEach(line -> assertEquals(BOTH_OPEN, line.values().get(2), line::toString));
    }

    @Test
    void theFirstThatIsNotOpenHoldsAndOthersSayWhyTheyWouldToo() {
        bench.started();
        bench.command("pause ask", new DeskCommand.Pause(Side.ASK, null));
        bench.venue.faults.add(Fault.WS_SILENCE);
        bench.pass(Duration.ofSeconds(5));

        var lines = Keys.of(shown());

        assertTrue(
                lines.contains("engine.why.gate[3, engine.why.gate.pause, message.semicolon["
                        + "engine.why.of[engine.quotes.bid, engine.why.open], "
                        + "engine.why.of[engine.quotes.ask, engine.why.holds[engine.pause.paused-by-you]]]]"),
                lines::toString);
        assertTrue(
                lines.stream()
                        .anyMatch(
                                line -> line.matches(
                                        "engine\\.why\\.gate\\[13, engine\\.why\\.gate\\.data, .*"
                                                + "quotes\\.bid, engine\\.why\\.holds\\[engine\\.gate\\.silent\\[\\d]]], .*quotes\\.ask, engine\\.gate\\.silent\\[\\d]]]]")),
                lines::toString);
        assertEquals(
                2,
                lines.stream().filter(line -> line.contains("engine.why.holds")).count());
        assertEquals(
                "engine.why.because[engine.why.held[engine.quotes.ask, paused-by-operator], engine.pause.paused-by-you]",
                lines.get(4));
        assertEquals(
                List.of("paused-each", "book-silent", "paused-by-operator"),
                lines.stream()
                        .filter(line -> line.startsWith("engine.why.next"))
                        .map(line -> line.replaceAll(".*engine\\.next\\.([a-z-]+).*", "$1"))
                        .toList());
        assertEquals("engine.why.gate[27, engine.why.gate.review, " + BOTH_OPEN + "]", lines.get(lines.size() - 1));
    }

    @Test
    void itAnswersBeforeAnythingIsKnownAndAfterTheEnd() {
        assertTrue(shown().get(0).toString().contains("engine.state.starting"));

        bench.started();
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(3));

        assertTrue(Keys.says(shown().get(0), "engine.state.stopped"));
    }

    @Test
    void aSideSaysItsPriceCauseByCauseWhileItIsQuotedAndItsGateWithTheTimeItHasLeftWhenNot() {
        bench.started();
        bench.pass(Duration.ofSeconds(5));

        var bids = Keys.of(shown(DeskCommand.Why.Topic.BID));
        assertEquals(
                List.of(
                        "engine.why.quoted[engine.quotes.bid]",
                        "engine.why.distance[engine.quotes.bid, 0.1000]",
                        "engine.why.step[strategy.chain.spread, 0.1000]",
                        "engine.why.gate-of[1, engine.why.gate.desk, engine.why.open]"),
                bids.subList(0, 4));

        bench.command("pause bid for 4m", new DeskCommand.Pause(Side.BID, Duration.ofMinutes(4)));
        bench.pass(Duration.ofSeconds(60));
        bids = Keys.of(shown(DeskCommand.Why.Topic.BID));
        assertEquals("engine.why.next-in[engine.why.next[engine.next.paused-by-operator], 3m]", bids.get(1));
        assertTrue(
                bids.contains("engine.why.gate-of[3, engine.why.gate.pause, engine.why.holds["
                        + "engine.why.until[engine.pause.paused-by-you-for[3m], 3m]]]"),
                bids::toString);
        assertEquals(
                "engine.why.quoted[engine.quotes.ask]",
                Keys.of(shown(DeskCommand.Why.Topic.ASK)).get(0));
    }

    @Test
    void aRatioThatNobodyKnowsIsNotSaidToBeWithinItsBand() {
        var why = Keys.of(shown(DeskCommand.Why.Topic.REBALANCE));

        assertEquals("engine.why.rebalance.none[engine.why.rebalance.unknown]", why.get(0));
        assertTrue(
                why.contains("engine.why.gate-of[2, engine.why.rebalance.ratio, engine.why.rebalance.unknown]"),
                why::toString);
    }

    @Test
    void aRebalanceSaysWhatItWaitsForInTheOrderInWhichItIsAsked() {
        bench.started();
        assertEquals(
                List.of(
                        "engine.why.rebalance.none[engine.why.rebalance.within]",
                        "engine.why.gate-of[1, engine.why.rebalance.switch, "
                                + "engine.why.holds[engine.why.rebalance.switch-off]]"),
                Keys.of(shown(DeskCommand.Why.Topic.REBALANCE)).subList(0, 2));

        bench.command(
                "set rebalance on threshold 1 target 50",
                new DeskCommand.SetParameters(Map.of("rebalance", "on", "threshold", "1", "target", "50")));
        bench.pass(Duration.ofSeconds(2));
        var due = Keys.of(shown(DeskCommand.Why.Topic.REBALANCE));
        assertTrue(due.get(0).startsWith("engine.rebalance.buys-in"), due::toString);
        assertEquals(
                List.of(
                        "engine.why.gate-of[1, engine.why.rebalance.switch, engine.why.open]",
                        "engine.why.gate-of[2, engine.why.rebalance.ratio, engine.why.open]"),
                due.subList(1, 3));
        assertTrue(
                due.get(due.size() - 1)
                        .startsWith("engine.why.gate-of[6, engine.why.rebalance.due, engine.why.holds["
                                + "engine.why.rebalance.waits-for"),
                due::toString);
    }

    @Test
    void aHaltSaysWhyAndHowToGoOn() {
        bench.started();
        assertEquals(
                List.of("engine.why.not-halted[engine.state.quoting]"), Keys.of(shown(DeskCommand.Why.Topic.HALTED)));

        bench.command("halt", new DeskCommand.Halt(Message.plain("typed")));
        bench.pass(Duration.ofSeconds(1));
        assertEquals(
                List.of(
                        "engine.why.desk[engine.why.because[engine.why.held[engine.state.halted, halted], "
                                + "message.plain[typed]]]",
                        "engine.why.next[engine.halt.next.operator]"),
                Keys.of(shown(DeskCommand.Why.Topic.HALTED)));
    }

    @Test
    void theSnapshotHasTheSameRowsAndAsksAgainOnceASecondOrWhenTheStateIsAnother() {
        bench.started();
        bench.pass(Duration.ofSeconds(5));
        var before = bench.snapshot().why();
        bench.pass(Duration.ofMillis(200));
        var soon = bench.snapshot().why();
        bench.pass(Duration.ofMillis(1200));
        assertNotSame(before, bench.snapshot().why());
        assertEquals(
                shown(),
                bench.snapshot().why().all().stream().map(Why.Row::text).toList());
        assertTrue(soon.equals(before) || soon.gates().size() == before.gates().size());

        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofMillis(200));
        assertEquals(
                Why.Kind.HOLDS,
                bench.snapshot().why().bids().stream()
                        .filter(row -> row.text().toString().contains("gate.pause"))
                        .findFirst()
                        .orElseThrow()
                        .kind());
    }

    @Test
    void whatHappensNextIsSaidOfEveryDenialInBothLanguages() {
        for (var denial : Denial.values()) {
            if (denial != Denial.OTHER) {
                var next = Message.of("engine.next." + denial.code());
                assertFalse(Spoken.ENGLISH.say(next).isBlank(), denial::code);
                assertFalse(Spoken.CHINESE.say(next).equals(Spoken.ENGLISH.say(next)), denial::code);
            }
        }
    }

    @Test
    void askingChangesNothing() {
        bench.started();
        bench.hit(Side.BID);
        bench.pass(Duration.ofMillis(100));
        var before = bench.snapshot();
        var batches = bench.venue.batches.size();

        assertEquals(shown(), shown());
        assertEquals(before.orders(), bench.snapshot().orders());
        assertEquals(before.quoting(), bench.snapshot().quoting());
        assertEquals(batches, bench.venue.batches.size());
    }
}
