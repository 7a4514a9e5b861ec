package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Stream;
import makerdeck.faults.FaultRow;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any thread of any process dies of an error, also those that a library has made: it is said, and acted on. */
class DeathsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private HeadlessDesk quoting(VenueProcess venue, String... flags) throws IOException {
        var environment = new HashMap<>(venue.environment());
        environment.putAll(Assassin.lettingHimIn());
        var desk = new HeadlessDesk(home, environment, flags);
        desk.await("order", SOON, line -> line.text("state").equals("OPEN"));
        return desk;
    }

    private static void awaitCritical(HeadlessDesk desk, String... anyOf) {
        desk.await(
                "alert",
                SOON,
                line -> line.text("level").equals("critical")
                        && Stream.of(anyOf).anyMatch(line.text("text")::contains));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"journal", "guardian", "stdin", "client", "OkHttp TaskRunner", "stream", "tinylog-WritingThread"
            })
    @FaultRow("61")
    void whateverThreadOfADeskDiesIsAnAlertAndTheDeskOnlyReduces(String thread)
            throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "61");
                var desk = quoting(venue, "--exchange", "backpack", "--start")) {
            Assassin.kill(desk.pid(), thread);
            desk.type("status");

            if (thread.equals("client")) {
                // In the middle of a task it is the task that fails, and the desk halts.
                awaitCritical(desk, "died", "the venue's client failed");
            } else {
                awaitCritical(desk, thread.equals("journal") ? "thread that writes has died" : "died");
            }
            desk.await(
                    "state",
                    SOON,
                    line -> line.text("state").equals("REDUCE")
                            || thread.equals("client") && line.text("state").equals("HALTED"));
            desk.signal("TERM");
            assertTrue(codes(thread).contains(desk.exitCode(SOON)));
            Awaitility.await("no order left").atMost(SOON).until(() -> venue.open() == 0);
        }
    }

    private static Set<Integer> codes(String dead) {
        return switch (dead) {
            // What has not been written is said at the end.
            case "journal" -> Set.of(8);
            // Torn out of the middle of its queue a client may never cancel again: then its guardian does.
            case "client" -> Set.of(0, 5);
            default -> Set.of(0);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "desk"})
    @FaultRow("61")
    void aGuardianOfWhichAThreadDiesIsAnAlertAndReplaced(String thread) throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "62");
                var desk = quoting(venue, "--exchange", "backpack", "--start")) {
            var log = home.resolve("state/guardian.log");
            Awaitility.await("a guardian").atMost(SOON).until(() -> Files.exists(log) && desk.children() == 1);

            Assassin.kill(desk.guardian(), thread);

            desk.await("alert", SOON, line -> line.text("text").contains("exit code 70"));
            desk.type("quit");
            assertEquals(0, desk.exitCode(SOON));
            assertTrue(Files.readString(log).contains("thread " + thread + " died"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"venue", "serving I/O-1", "serving Accept", "stdin"})
    @FaultRow("61")
    void aVenueAloneOfWhichAnyThreadDiesEndsWithItsCodeAndSaysWhy(String thread)
            throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, Assassin.lettingHimIn(), "--commands")) {
            Assassin.kill(venue.pid(), thread);
            if (thread.equals("stdin")) {
                venue.type("fault nothing");
            } else if (!thread.equals("venue")) {
                venue.knock();
            }

            assertEquals(70, venue.exitCode(SOON));
            assertTrue(Files.readString(home.resolve("venue.err")).contains("thread " + thread + " died"));
        }
    }
}
