package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short day on every other Java of this machine that is new enough; skipped, saying so, where there is none. */
class SecondJavaIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String NONE = "no second Java";

    @TempDir
    private Path home;

    /** By {@code JAVA_HOME_...} and where distributions install them. */
    static List<String> others() throws IOException {
        var named = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME_"))
                .map(variable -> Path.of(variable.getValue()));
        var installed = Path.of("/usr/lib/jvm");
        try (var listed = Files.isDirectory(installed) ? Files.list(installed) : Stream.<Path>empty()) {
            var found = Stream.concat(named, listed)
                    .filter(java -> Files.isExecutable(java.resolve("bin/java")) && version(java) >= 17)
                    .filter(java -> version(java) != Runtime.version().feature())
                    .map(Path::toString)
                    .distinct()
                    .sorted()
                    .toList();
            return found.isEmpty() ? List.of(NONE) : found;
        }
    }

    /** Of its {@code release} file; 0 when it does not say. */
    private static int version(Path java) {
        try {
            return Files.readAllLines(java.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .map(line -> Runtime.Version.parse(line.substring(14, line.length() - 1))
                            .feature())
                    .findFirst()
                    .orElse(0);
        } catch (IOException | IllegalArgumentException untold) {
            return 0;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void theDeskTradesAndLeavesWithoutAWordOfTheJvm(String java) throws IOException, InterruptedException {
        Assumptions.assumeFalse(java.equals(NONE), "skipped: " + NONE + " of 17 or newer on this machine");
        try (var desk = new HeadlessDesk(home, Map.of("JAVA_HOME", java), "--seed", "7")) {
            desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
            desk.agree("set spread.mode fixed; set spread 0.03 fee-floor off");
            desk.await("order", SOON, line -> line.text("state").equals("OPEN"));
            desk.type("quit");

            assertEquals(0, desk.exitCode(SOON));
            assertEquals(1, desk.all("report").size());
        }
        assertEquals("", Files.readString(home.resolve("desk.err")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void theFullScreenComesAndGoesAndNobodyIsSaidToHaveDied(String java) throws IOException {
        Assumptions.assumeFalse(java.equals(NONE), "skipped: " + NONE + " of 17 or newer on this machine");
        try (var terminal = new Tmux(120, 40, home.toFile())) {
            terminal.enter("PS1='$ '; JAVA_HOME=" + java + " MAKERDECK_HOME=" + home + " " + Program.launcher()
                    + " --seed 7; echo left with $?");
            terminal.await("quotes", SOON, "B1 ");
            terminal.quit();

            var screen = terminal.await("the shell again", SOON, "left with 0");
            assertFalse(screen.contains("died"), screen);
        }
        assertEquals("", Files.readString(home.resolve("state/jvm.log")));
    }
}
