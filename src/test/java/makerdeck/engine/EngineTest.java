package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Book;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.Input;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.OrderStage;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

class EngineTest {

    @Test
    void runsUntilItHasStopped() {
        var bench = new Bench();
        var inbox = new Inbox(bench.clock);

        inbox.offer("quit", new DeskCommand.Quit(false));
        var outcome = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> bench.engine.run(inbox));

        assertTrue(outcome.clean());
        assertEquals(outcome, bench.engine.outcome().orElseThrow());
        assertEquals(DeskState.STOPPED, bench.snapshot().state());
    }

    @Test
    void publishesAtMostFiftySnapshotsASecondForTheMarketsSake() {
        var bench = new Bench().started();
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(1));
        var before = bench.snapshot().sequence();

        for (int i = 1; i <= 1000; i++) {
            bench.clock.pass(Duration.ofMillis(1));
            var book = new Book(
                    bench.snapshot().book().bids(), bench.snapshot().book().asks(), i);
            bench.engine.step(new Input.FromVenue(new VenueEvent.BookMoved(bench.clock.instant(), book)));
        }

        var published = bench.snapshot().sequence() - before;
        assertTrue(published >= 45 && published <= 50, "published " + published);
    }

    @Test
    void publishesEveryCommandAtOnce() {
        var bench = new Bench().started();
        var before = bench.snapshot().sequence();

        bench.command("ack", new DeskCommand.Acknowledge());
        bench.command("ack", new DeskCommand.Acknowledge());

        assertEquals(before + 2, bench.snapshot().sequence());
    }

    @Test
    void tellsEverythingThatHappensInOrder() {
        var bench = new Bench().started();

        var sequences = bench.events.stream().map(DeskEvent::sequence).toList();
        assertEquals(sequences.stream().sorted().toList(), sequences);
        assertEquals(1, sequences.get(0));
        assertEquals(sequences.size(), sequences.get(sequences.size() - 1));
    }

    @Test
    void tellsEachOrderFromWhenItIsSent() {
        var bench = new Bench().started();

        var first = bench.news(DeskNews.OrderMoved.class).get(0);

        assertEquals(OrderStage.SENT, first.stage());
        assertNull(first.orderId());
        assertTrue(bench.snapshot().log().stream().noneMatch(line -> line.kind() == Kind.ORDER));
    }

    @Test
    void haltsWithOneLineWhenTheVenueCannotBeUsed() {
        var bench = new Bench();

        bench.engine.step(new Input.FromVenue(new VenueEvent.Unusable(
                bench.clock.instant(), Refusal.AUTHENTICATION, Message.plain("the key is not accepted"))));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals(Message.plain("the key is not accepted"), bench.snapshot().reason());
    }
}
