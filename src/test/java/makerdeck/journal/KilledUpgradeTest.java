package makerdeck.journal;

import static makerdeck.journal.Entries.NOON;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed in the middle of bringing a journal to this version: it is as before, and the next start brings it
 * there. With {@code -Dcampaign=1} a journal of a million fills, killed ten times, and the way is timed.
 */
class KilledUpgradeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Process victim(Path journal, int steps) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        classPath(),
                        UpgradeVictim.class.getName(),
                        journal.toString(),
                        String.valueOf(steps))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Whoever started the tests. */
    private static String classPath() {
        return UpgradeVictim.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    /** Killed as soon as it says that it is in the middle. */
    private void killAfter(Path journal, int steps) throws IOException, InterruptedException {
        var victim = victim(journal, steps);
        try (var said = new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("midway", said.readLine());
        } finally {
            kill(victim);
        }
    }

    /** Killed while it writes the copy. */
    private void killWhileCopying(Path journal) throws IOException, InterruptedException {
        var victim = victim(journal, 0);
        var copy = journal.resolveSibling("journal.db.version-1.unfinished");
        try {
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(PATIENCE)
                    .until(() -> Files.exists(copy) && Files.size(copy) > 0 || !victim.isAlive());
            assertTrue(victim.isAlive(), "too late to kill it");
        } finally {
            kill(victim);
        }
    }

    private static void kill(Process victim) throws InterruptedException {
        victim.destroyForcibly();
        assertTrue(victim.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    private static void assertAsBefore(Path journal, int fills) throws SQLException {
        assertEquals(1, OldJournal.number(journal, "PRAGMA user_version"));
        assertEquals(fills, OldJournal.number(journal, "SELECT count(*) FROM fills"));
        assertEquals(0, OldJournal.number(journal, "SELECT count(*) FROM sqlite_master WHERE name = 'markouts'"));
    }

    private static void assertBroughtForward(Path journal, int fills) throws SQLException, IOException {
        Database.open(journal, NOON).close();
        assertEquals(Schema.VERSION, OldJournal.number(journal, "PRAGMA user_version"));
        assertEquals(fills, OldJournal.number(journal, "SELECT count(*) FROM fills"));
    }

    @Test
    void aJournalWhoseUpgradeIsKilledInTheMiddleIsAsBeforeAndGoesOnAtTheNextStart() throws Exception {
        var journal = folder.resolve("journal.db");
        OldJournal.write(journal, 200);

        killAfter(journal, 9);

        assertAsBefore(journal, 200);
        assertBroughtForward(journal, 200);
    }

    @Test
    void aMillionFillsSurviveTenKills() throws Exception {
        assumeTrue(Integer.getInteger("campaign", 0) > 0, "slow: runs with -Dcampaign=1");
        var fills = 1_000_000;
        var journal = folder.resolve("journal.db");
        OldJournal.write(journal, fills);
        var steps = new ArrayList<Integer>();
        for (var step = 1; step <= 22; step += 3) {
            steps.add(step);
        }

        killWhileCopying(journal);
        assertAsBefore(journal, fills);
        killWhileCopying(journal);
        assertAsBefore(journal, fills);
        for (var step : steps) {
            killAfter(journal, step);
            assertAsBefore(journal, fills);
        }

        assertEquals(10, 2 + steps.size());
        var began = System.nanoTime();
        assertBroughtForward(journal, fills);
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("a million fills, " + Files.size(journal) / 1_000_000 + " MB: " + took.toMillis() + " ms");
        assertTrue(took.compareTo(LONGEST) < 0, took::toString);
        try (var beside = Files.list(folder)) {
            var copies = beside.filter(path -> path.toString().contains(".version-1-"))
                    .toList();
            assertEquals(2, copies.size(), copies::toString);
            assertEquals(fills, OldJournal.number(copies.get(0), "SELECT count(*) FROM fills"));
        }
    }
}
