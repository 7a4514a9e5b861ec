package makerdeck;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import makerdeck.command.DeskCommand;
import makerdeck.engine.Engine;
import makerdeck.engine.EngineSettings;
import makerdeck.engine.Inbox;
import makerdeck.engine.Links;
import makerdeck.engine.Memory;
import makerdeck.engine.Rehearsal;
import makerdeck.faults.FaultRow;
import makerdeck.snapshot.Happening;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.Parameters;
import makerdeck.venue.Venue;
import org.junit.jupiter.api.Test;

class DeathsTest {

    private final List<Happening> happenings = new CopyOnWriteArrayList<>();
    private final Clock clock = Clock.systemUTC();
    private final Inbox inbox = new Inbox(clock);

    /** Nobody at the other end. */
    private static Venue nowhere() {
        return (Venue) Proxy.newProxyInstance(
                Venue.class.getClassLoader(), new Class<?>[] {Venue.class}, (venue, method, arguments) -> null);
    }

    @Test
    @FaultRow("61")
    void aThreadThatDiesOfAnythingIsACriticalAlertOnTheDesk() {
        var engine = new Engine(
                new EngineSettings(Mode.SIM, "nowhere", "SOL_USDC", Parameters.defaults(), Map.of(), true, 0),
                new Links(nowhere(), Rehearsal.NONE, clock, happenings::add, Memory.NONE));
        Threads.start("engine", () -> {
            try {
                engine.run(inbox);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        var doomed = Threads.daemons().newThread(() -> {
            throw new StackOverflowError("deep");
        });
        doomed.setName("doomed");
        doomed.setUncaughtExceptionHandler(new Deaths(inbox));

        doomed.start();

        var alert = await().until(
                        () -> happenings.stream()
                                .filter(happening -> happening.kind() == Happening.Kind.ALERT)
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
        assertEquals(Severity.CRITICAL, alert.severity());
        assertEquals(
                "thread doomed died: java.lang.StackOverflowError: deep; see the log, `resume` goes on without it",
                alert.text());
        inbox.offer("quit", new DeskCommand.Quit(false));
        await().until(() -> engine.outcome().isPresent());
    }
}
