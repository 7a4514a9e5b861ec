package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program started by somebody who has closed its standard streams, as some service managers do. */
class ClosedStreamsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    /** @param closing what a shell calls it, for example {@code <&- 2>&-} */
    private Process start(String closing, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                "sh", "-c", "exec \"$@\" " + closing, "sh", Program.launcher().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        builder.environment().put("MAKERDECK_HOME", home.toString());
        return builder.start();
    }

    private static String target(long process, int descriptor) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc", Long.toString(process), "fd", Integer.toString(descriptor)))
                .toString();
    }

    private static void assertAtNothing(Process program, String closing) throws IOException {
        var signs = List.of("<&-", ">&-", "2>&-");
        for (var closed : closing.split(" ")) {
            assertEquals("/dev/null", target(program.pid(), signs.indexOf(closed)), closing);
        }
    }

    private boolean says(String file, String text) {
        try {
            return Files.exists(home.resolve(file))
                    && Files.readString(home.resolve(file)).contains(text);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<&-", ">&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"})
    void aDeskTakesAClosedStreamForAnEmptyOne(String closing) throws IOException, InterruptedException {
        var desk = start(closing, "--headless", "--seed", "5");
        var family = new ArrayList<ProcessHandle>();
        try {
            Awaitility.await("a desk that trades")
                    .atMost(SOON)
                    .until(() -> Files.exists(home.resolve("state/identity-SOL_USDC")));
            Awaitility.await("a desk that quotes")
                    .atMost(SOON)
                    .until(() -> List.of(closing.split(" ")).contains(">&-") || says("out", "QUOTING"));

            desk.descendants().forEach(family::add);

            assertAtNothing(desk, closing);
            assertFalse(says("out", "\"event\":\"command\""), "nobody typed a command");
            assertTrue(desk.isAlive());
            Signal.send(desk.pid(), "TERM");
            assertTrue(desk.waitFor(SOON.toSeconds(), TimeUnit.SECONDS));
            assertEquals(0, desk.exitValue());
        } finally {
            desk.descendants().forEach(family::add);
            desk.destroyForcibly();
            awaitEnd(family);
        }
    }

    /** The guardian is the last to write into the folder. */
    private static void awaitEnd(List<ProcessHandle> family) {
        Awaitility.await("the guardian's end").atMost(SOON).until(() -> family.stream()
                .noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void aVenueReadsNoCommandsFromAClosedStream() throws IOException {
        var venue = start("<&-", "venue", "--commands", "--seed", "5");
        try {
            Awaitility.await("a venue").atMost(SOON).until(() -> says("out", "BACKPACK_READ_SECRET="));

            assertAtNothing(venue, "<&-");
            assertEquals(6, Files.readAllLines(home.resolve("out")).size(), "the addresses and keys, no answer");
        } finally {
            venue.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<&-", "<&- 2>&-", "<&- >&- 2>&-"})
    void aReportEndsAsEver(String closing) throws IOException, InterruptedException {
        var report = start(closing, "report");

        assertTrue(report.waitFor(SOON.toSeconds(), TimeUnit.SECONDS));
        assertEquals(0, report.exitValue());
        assertTrue(closing.contains(" >&-") || says("out", "no journal"), closing);
    }
}
