package makerdeck.engine.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent;
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
        var before = bench.events.size();
        bench.command("show why", new DeskCommand.Show(DeskCommand.Show.Subject.WHY));
        return bench.events.subList(before, bench.events.size() - 1).stream()
                .map(DeskEvent::text)
                .toList();
    }

    private static List<String> english(List<Message> lines) {
        return lines.stream().map(Spoken.ENGLISH::say).toList();
    }

    @Test
    void everyGateIsListedInTheOrderInWhichItIsAskedAndOpenWhileBothSidesAreQuoted() {
        bench.started();
        bench.pass(Duration.ofSeconds(5));

        var lines = shown();

        assertEquals(List.of("desk: QUOTING", "bids: quoted", "asks: quoted"), english(lines.subList(0, 3)));
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
                lines.get(2));
        assertEquals("engine.why.gate[27, engine.why.gate.review, " + BOTH_OPEN + "]", lines.get(29));
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
