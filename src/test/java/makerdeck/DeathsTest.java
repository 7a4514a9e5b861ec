package makerdeck;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.command.DeskCommand;
import makerdeck.embedded.EmbeddedVenue;
import makerdeck.engine.Engine;
import makerdeck.engine.EnginePorts;
import makerdeck.engine.JournalPort;
import makerdeck.engine.RecordedPresets;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.VenueControl;
import makerdeck.faults.FaultRow;
import makerdeck.process.Threads;
import makerdeck.settings.ParsedCommand;
import makerdeck.settings.Settings;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.Venue;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated
class DeathsTest {

    private final List<DeskEvent> events = new CopyOnWriteArrayList<>();
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
                new EnginePorts(
                        nowhere(), VenueControl.NONE, clock, events::add, JournalPort.NONE, new RecordedPresets()));
        Threads.start("engine", () -> {
            try {
                engine.run(inbox);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        var doomed = Threads.daemons("doomed").newThread(() -> {
            throw new StackOverflowError("deep");
        });
        doomed.setName("doomed");
        doomed.setUncaughtExceptionHandler(new Deaths(inbox));

        doomed.start();

        var alert = await().until(
                        () -> events.stream()
                                .filter(event -> event.kind() == DeskEvent.Kind.ALERT)
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
        assertEquals(Severity.CRITICAL, alert.severity());
        assertEquals(
                "thread doomed died: java.lang.StackOverflowError: deep; see the log, `resume` goes on without it",
                Spoken.english(alert.text()));
        inbox.offer("quit", new DeskCommand.Quit(false));
        await().until(() -> engine.outcome().isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "makerdeck.backpack.server.base.VenueLoop.run, DOWN",
        "okhttp3.internal.connection.RealCall$AsyncCall.run, REDUCE",
        "makerdeck.backpack.client.base.ClientThread.lambda$guarded$0, HALTED",
        "makerdeck.journal.Journal.run, REDUCE",
        "makerdeck.guardian.supervisor.GuardianSupervisor.keep, REDUCE"
    })
    @FaultRow("61")
    void whateverThreadDiesIsACriticalAlertAndTheDeskQuotesNoMore(String victim, DeskState then, @TempDir Path folder)
            throws IOException {
        try (var desk = new MortalDesk(folder)) {
            desk.awaitState(DeskState.QUOTING);

            desk.moment.kill(victim);
            if (victim.contains("Supervisor")) {
                desk.startKeeper();
            }

            desk.awaitCritical("StackOverflowError: deep");
            desk.awaitState(then);
        }
    }

    @Test
    @FaultRow("61")
    void aVenueAloneOfWhichAThreadDiesEndsWithACodeAndSaysWhy() throws IOException {
        var moment = new FatalMoment();
        var said = new ByteArrayOutputStream();
        var life = new ServingLife(
                Spoken.ENGLISH, new PrintStream(said, true, StandardCharsets.UTF_8), "program.venue.died");
        var asked = assertInstanceOf(
                ParsedCommand.RunVenue.class,
                Settings.read(
                        new String[] {"venue"},
                        Map.of(),
                        Spoken.ENGLISH,
                        new PrintStream(said),
                        new PrintStream(said)));
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(life);
        try (var venue = EmbeddedVenue.of(asked.venue()).open(0, moment, ServerListener.NONE, Duration.ZERO)) {
            assertTrue(venue.server().look(exchange -> exchange.now()) > 0);

            moment.kill("makerdeck.backpack.server.base.VenueLoop.run");

            assertEquals(ExitCode.BROKEN, life.await());
            assertEquals(
                    "makerdeck: thread venue died: java.lang.StackOverflowError: deep; the venue ends, see the log\n",
                    said.toString(StandardCharsets.UTF_8));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
