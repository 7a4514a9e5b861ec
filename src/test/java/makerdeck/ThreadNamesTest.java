package makerdeck;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import makerdeck.command.DeskCommand;
import makerdeck.engine.input.Inbox;
import makerdeck.metrics.Monitoring;
import makerdeck.process.Threads;
import makerdeck.settings.Folders;
import makerdeck.settings.ParsedCommand;
import makerdeck.settings.PresetFile;
import makerdeck.settings.Settings;
import makerdeck.snapshot.DeskState;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A profile or a dump of a desk with its venue in the same process says which thread is which. */
@Isolated("It counts the threads of the process.")
class ThreadNamesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What makers of threads say that were told no name. */
    private static final Pattern NAMELESS = Pattern.compile("pool-\\d+.*|Thread-\\d+|makerdeck.*|XNIO.*|OkHttp http.*");

    /** OkHttp makes them by itself, and names them while they do something; nobody can name them otherwise. */
    private static final String OK_HTTPS_OWN = "OkHttp ";

    @TempDir
    private Path home;

    private static Set<Thread> living() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    private DeskRuntime desk(Inbox inbox) throws IOException {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var flags = new String[] {"--start", "--duration", "0", "--no-guardian"};
        var asked = assertInstanceOf(
                ParsedCommand.RunDesk.class, Settings.read(flags, Map.of(), Spoken.ENGLISH, nowhere, nowhere));
        var folders = new Folders(home.resolve("config"), Files.createDirectory(home.resolve("state")), null);
        var plan = DeskPlan.of(asked.settings(), folders, new PresetFile(List.of(home), Spoken.ENGLISH));
        return new DeskRuntime(plan, Clock.systemUTC(), inbox, Spoken.ENGLISH, false, Monitoring.NONE);
    }

    @Test
    void noTwoThreadsOfADeskAndItsVenueAreShownTheSame() throws IOException {
        var before = living();
        var inbox = new Inbox(Clock.systemUTC());
        var desk = desk(inbox);
        Threads.start("engine", () -> desk.live(event -> {}));
        Set<Thread> made;
        try {
            await().atMost(PATIENCE)
                    .until(() -> desk.snapshot().state() == DeskState.QUOTING
                            || desk.ending().isDone());
            made = living();
        } finally {
            inbox.offer("quit", new DeskCommand.Quit(false));
            desk.ending().join();
        }
        made.removeAll(before);

        var names = made.stream()
                .map(Thread::getName)
                .filter(name ->
                        !name.startsWith(OK_HTTPS_OWN) || NAMELESS.matcher(name).matches())
                .toList();
        assertEquals(
                List.of(), names.stream().filter(NAMELESS.asMatchPredicate()).toList());
        var shown =
                names.stream().collect(Collectors.groupingBy(name -> name.substring(0, Math.min(15, name.length()))));
        assertTrue(shown.values().stream().allMatch(same -> same.size() == 1), shown::toString);
        // What other tests have left may bear a name already.
        var kinds = names.stream().map(name -> name.replaceAll("-\\d+$", "")).collect(Collectors.toSet());
        assertTrue(
                kinds.containsAll(Set.of("engine", "journal", "client", "stream", "venue", "serving I/O")),
                kinds::toString);
    }
}
