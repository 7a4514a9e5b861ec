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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import makerdeck.backpack.server.ServerListener;
import makerdeck.command.DeskCommand;
import makerdeck.engine.Engine;
import makerdeck.engine.EngineSettings;
import makerdeck.engine.Inbox;
import makerdeck.engine.Links;
import makerdeck.engine.Memory;
import makerdeck.engine.Rehearsal;
import makerdeck.faults.FaultRow;
import makerdeck.settings.Invocation;
import makerdeck.settings.Settings;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Happening;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.Parameters;
import makerdeck.venue.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated
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

    @ParameterizedTest
    @CsvSource({
        "makerdeck.backpack.server.VenueLoop.run, DOWN",
        "okhttp3.internal.connection.RealCall$AsyncCall.run, REDUCE",
        "makerdeck.backpack.client.ClientThread.lambda$guarded$0, HALTED",
        "makerdeck.journal.Journal.run, REDUCE",
        "makerdeck.GuardianKeeper.keep, REDUCE"
    })
    @FaultRow("61")
    void whateverThreadDiesIsACriticalAlertAndTheDeskQuotesNoMore(String victim, DeskState then, @TempDir Path folder)
            throws IOException {
        try (var desk = new MortalDesk(folder)) {
            desk.awaitState(DeskState.QUOTING);

            desk.moment.kill(victim);
            if (victim.contains("Keeper")) {
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
        var life = new VenueLife(new PrintStream(said, true, StandardCharsets.UTF_8));
        var asked = assertInstanceOf(
                Invocation.RunVenue.class,
                Settings.read(new String[] {"venue"}, Map.of(), new PrintStream(said), new PrintStream(said)));
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(life);
        try (var venue = EmbeddedVenue.of(asked.venue()).open(0, moment, ServerListener.NONE)) {
            assertTrue(venue.look(exchange -> exchange.now()) > 0);

            moment.kill("makerdeck.backpack.server.VenueLoop.run");

            assertEquals(Exit.BROKEN, life.await());
            assertEquals(
                    "makerdeck: thread venue died: java.lang.StackOverflowError: deep; the venue ends, see the log\n",
                    said.toString(StandardCharsets.UTF_8));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
