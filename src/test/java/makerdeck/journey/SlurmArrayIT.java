package makerdeck.journey;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep as a real Slurm array: the recipe of README, with a task that is killed on the way. */
class SlurmArrayIT {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final List<String> QUESTION = List.of(
            "--grid",
            "spread=0.14..0.2:0.02",
            "--grid",
            "skew=0.5,1",
            "--set",
            "fee-floor=off",
            "--market",
            "normal",
            "--seeds",
            "1..2",
            "--hours",
            "0.1");

    @TempDir
    private Path home;

    private record Ended(int code, String out, String errors) {}

    private Ended sweep(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Program.launcher().toString(), "sweep"));
        command.addAll(arguments);
        var out = home.resolve("out");
        var errors = home.resolve("errors");
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("MAKERDECK_HOME", home.resolve("home").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        try {
            assertEquals(true, process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(errors));
    }

    private static List<String> with(List<String> some, String... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void aTaskIsKilledAndRunAgainAndTheTableIsThatOfOneProcess() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Integer.getInteger("campaign", 0) > 0, "takes minutes: -Dcampaign=1 runs it");
        var launcher = Program.launcher();
        try (var slurm = new SlurmCluster(Files.createDirectories(home.resolve("slurm")))) {
            var serial = sweep(with(QUESTION, "--jobs", "1", "--out", "serial"));
            assertEquals(0, serial.code(), serial::errors);

            var planned = sweep(with(QUESTION, "--plan", "array"));
            assertEquals(0, planned.code(), planned::errors);
            var cells = planned.out().replaceAll("(?s).*--array=([0-9-]+).*", "$1");
            assertEquals("0-8", cells);
            var task = launcher + " sweep --dir " + home.resolve("array");
            var job = slurm.submit("--array=" + cells, "--wrap", task);
            await().atMost(LONG).until(() -> slurm.running(job).contains("3"));
            slurm.run("scancel", "--signal=KILL", job + "_3");
            slurm.awaitEnd(job, LONG);

            var early = sweep(List.of("--collect", "array"));
            assertEquals(6, early.code(), early::errors);
            var missing = Pattern.compile("--array=([0-9]+(?:[,-][0-9]+)*)").matcher(early.errors());
            assertEquals(true, missing.find(), early::errors);
            assertEquals("3", missing.group(1), early.errors());
            assertFalse(Files.exists(home.resolve("array/sweep.csv")));

            slurm.awaitEnd(slurm.submit("--array=" + missing.group(1), "--wrap", task), LONG);
            var collected = sweep(List.of("--collect", "array"));
            assertEquals(0, collected.code(), collected::errors);
            assertEquals(serial.out(), collected.out());
            for (var file : List.of("sweep.csv", "sweep.txt", "sweep.html", "plan.txt", "cell-00003.csv")) {
                assertArrayEquals(
                        Files.readAllBytes(home.resolve("serial").resolve(file)),
                        Files.readAllBytes(home.resolve("array").resolve(file)),
                        file);
            }
        }
    }
}
