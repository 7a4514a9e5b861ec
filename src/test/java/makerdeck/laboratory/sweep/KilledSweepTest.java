package makerdeck.laboratory.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep is killed again and again, and ends as if nothing had been. */
class KilledSweepTest {

    private static final int KILLS = 10;
    private static final long SECONDS = 120;

    /** It is killed at its work, but not ahead by all of it where whoever kills has to wait for his turn. */
    private static final int AHEAD = 50;

    @TempDir
    private Path home;

    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** @param most so many cells it tells at most */
    private static Process start(Path folder, int most) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(File.pathSeparator, place(PlantedSweep.class), place(SweepPlan.class)),
                        PlantedSweep.class.getName(),
                        folder.toString(),
                        "2",
                        String.valueOf(most))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Kills it when so many cells more are finished; tells how many it had told. */
    private static void kill(Path folder, int cells) throws IOException, InterruptedException {
        var process = start(folder, cells + AHEAD);
        try (var lines = process.inputReader()) {
            for (int i = 0; i < cells; i++) {
                assertEquals("cell", lines.readLine());
            }
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
        assertEquals(128 + 9, process.exitValue());
    }

    private static void complete(Path folder) throws IOException, InterruptedException {
        var process = start(folder, Integer.MAX_VALUE);
        String last = "";
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        assertEquals(PlantedSweep.END, last);
    }

    @Test
    void killedTenTimesAtRandomMomentsItEndsWithTheSameTable() throws IOException, InterruptedException {
        var plan = PlantedSweep.plan();
        assertEquals(2000, plan.tried());
        var whole = SweepFolder.begin(home.resolve("whole"), plan);
        PlantedSweep.complete(whole, 1, () -> {});

        var killed = home.resolve("killed");
        var random = new Random(23);
        int before = plan.cells().size();
        for (int i = 0; i < KILLS; i++) {
            // So few that there is much to do after the last one.
            kill(killed, random.nextInt(before / 6));
            int missing = Files.exists(killed.resolve("plan.txt"))
                    ? SweepFolder.open(killed, PlantedSweep.VERSION).missing().size()
                    : before;
            assertTrue(missing <= before, missing + " after " + before);
            before = missing;
        }
        assertTrue(before > 0 && before < plan.cells().size(), before + " were left");
        complete(killed);

        for (var name : new String[] {"sweep.csv", "sweep.txt", "sweep.html", "plan.txt", "cell-01234.csv"}) {
            assertArrayEquals(
                    Files.readAllBytes(whole.path().resolve(name)), Files.readAllBytes(killed.resolve(name)), name);
        }
        try (var files = Files.list(killed)) {
            assertEquals(
                    0, files.filter(file -> file.toString().endsWith(".new")).count());
        }
    }
}
