package makerdeck.journey;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program in virtual time. */
class BacktestIT {

    private static final List<String> FEW_MINUTES = List.of(
            "--market",
            "demo",
            "--hours",
            "0.05",
            "--set",
            "spread=0.06",
            "--set",
            "spread.mode=fixed",
            "--set",
            "fee-floor=off");

    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path home;

    private Process start(List<String> arguments) throws IOException {
        var line = new ArrayList<>(List.of(Program.launcher().toString(), "backtest"));
        line.addAll(arguments);
        var builder = new ProcessBuilder(line).directory(home.toFile());
        builder.environment().put("MAKERDECK_HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** A few minutes, to the end. */
    private String run(int code, String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(FEW_MINUTES);
        all.addAll(List.of(arguments));
        return end(code, start(all));
    }

    /** Its standard output when it is to end well, else its errors. */
    private static String end(int code, Process process) throws IOException, InterruptedException {
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), errors);
        assertEquals(code, process.exitValue(), errors);
        return code == 0 ? said : errors;
    }

    private TreeMap<String, String> files(String folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(home.resolve(folder))) {
            for (var file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void theSameInputsGiveTheSameBytesWhateverTheJobs() throws IOException, InterruptedException {
        var said = run(0, "--seeds", "1..2", "--against", "pmm,hold", "--jobs", "1", "--out", "one");
        run(0, "--seeds", "1..2", "--against", "pmm,hold", "--jobs", "2", "--out", "two");

        var one = files("one");
        assertEquals(one, files("two"));
        assertEquals(
                List.of("curve.csv", "fills.csv", "report.html", "report.txt", "runs.csv"), List.copyOf(one.keySet()));
        assertEquals(said, one.get("report.txt"));
        var runs = one.get("runs.csv").lines().toList();
        assertEquals(2 + 6, runs.size());
        assertTrue(runs.get(0).matches("# makerdeck/\\S+ seeds=1,2 inputs=sha256:[0-9a-f]{64}"), runs.get(0));
        for (var text : one.values()) {
            assertTrue(text.contains(runs.get(0).substring(2)), text);
        }
        assertTrue(runs.get(2).startsWith("1,desk,0.0500,"), runs.get(2));
        assertTrue(runs.get(7).startsWith("2,hold,0.0500,0,0,0,"), runs.get(7));
        assertTrue(one.get("fills.csv").lines().count() > 2, one.get("fills.csv"));
    }

    @Test
    void aStopLeavesWhatIsFinished() throws IOException, InterruptedException {
        var many = new ArrayList<>(FEW_MINUTES);
        many.addAll(List.of("--seeds", "1..2000", "--jobs", "1", "--out", "cut"));
        var process = start(many);
        // The last of the files says that something is finished.
        await().atMost(ONE_MINUTE).until(() -> Files.exists(home.resolve("cut/report.html")));

        process.destroy();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));

        assertEquals(130, process.exitValue());
        var cut = files("cut");
        assertFalse(
                cut.keySet().stream().anyMatch(name -> name.endsWith(".new")),
                cut.keySet().toString());
        assertTrue(cut.get("runs.csv").lines().count() >= 3, cut.get("runs.csv"));
        assertTrue(cut.get("report.txt").contains("of 2000 runs were finished"), cut.get("report.txt"));
    }

    @Test
    void whatIsWrongIsOneLineWithTheChoices() throws IOException, InterruptedException {
        assertTrue(run(2, "--against", "hodl").contains("pmm, hold, "));
        assertTrue(end(2, start(List.of("--market", "mild"))).contains("calm"));
        run(0, "--seeds", "1", "--out", "same");
        assertTrue(run(2, "--seeds", "2", "--out", "same").contains("same"));
        assertTrue(run(0, "--seeds", "1", "--json")
                .startsWith("{\"event\":\"run\",\"seed\":\"1\",\"strategy\":\"desk\","));
    }
}
