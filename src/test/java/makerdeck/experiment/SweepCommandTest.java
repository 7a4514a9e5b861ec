package makerdeck.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.process.FullDisk;
import makerdeck.recorder.SpokenMarket;
import makerdeck.settings.ParsedCommand;
import makerdeck.settings.PresetFile;
import makerdeck.settings.Settings;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command with real cells: the engine itself, for minutes of virtual time. */
class SweepCommandTest {

    private static final List<String> QUESTION = List.of(
            "--grid",
            "spread=0.06,0.1",
            "--set",
            "fee-floor=off",
            "--market",
            "wild",
            "--seeds",
            "1,2",
            "--hours",
            "0.05");

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... more) throws InterruptedException {
        out.reset();
        errors.reset();
        var told = new PrintStream(out, true, StandardCharsets.UTF_8);
        var wrong = new PrintStream(errors, true, StandardCharsets.UTF_8);
        return run(environment, told, wrong, more);
    }

    private int run(Map<String, String> environment, PrintStream told, PrintStream wrong, String... more)
            throws InterruptedException {
        var arguments = new ArrayList<>(List.of("sweep"));
        arguments.addAll(List.of(more));
        var parsed = Settings.read(arguments.toArray(String[]::new), environment, Spoken.ENGLISH, told, wrong);
        if (parsed instanceof ParsedCommand.Answered answered) {
            return answered.exitCode();
        }
        var sweep = assertInstanceOf(ParsedCommand.RunSweep.class, parsed);
        var presets = new PresetFile(List.of(home.resolve("presets")), Spoken.ENGLISH);
        return new SweepCommand(sweep.choice(), presets, "0.0.0-test", Clock.systemUTC(), Spoken.ENGLISH, told, wrong)
                .run();
    }

    private int run(String... arguments) throws InterruptedException {
        return run(Map.of(), arguments);
    }

    private String[] question(String... more) {
        var arguments = new ArrayList<>(QUESTION);
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private String folder(String name) {
        return home.resolve(name).toString();
    }

    @Test
    void aResultThatStandardOutputDidNotTakeWholeIsNoSuccess() throws InterruptedException {
        var told = new PrintStream(new FullDisk(100), true, StandardCharsets.UTF_8);
        var wrong = new PrintStream(errors, true, StandardCharsets.UTF_8);

        assertEquals(2, run(Map.of(), told, wrong, question("--out", folder("full"))));
        assertTrue(
                errors.toString(StandardCharsets.UTF_8).contains(Spoken.ENGLISH.say("program.report.cut")),
                errors::toString);

        errors.reset();
        var backtest = new String[] {"backtest", "--market", "calm", "--seeds", "1", "--hours", "0.05", "--json"};
        var read = Settings.read(backtest, Map.of(), Spoken.ENGLISH, told, wrong);
        var choice = assertInstanceOf(ParsedCommand.RunBacktest.class, read).settings();
        var presets = new PresetFile(List.of(home.resolve("presets")), Spoken.ENGLISH);
        var code = new BacktestCommand(choice, presets, "0.0.0-test", Clock.systemUTC(), Spoken.ENGLISH, told, wrong)
                .run(() -> {});
        assertEquals(2, code);
        assertTrue(
                errors.toString(StandardCharsets.UTF_8).contains(Spoken.ENGLISH.say("program.report.cut")),
                errors::toString);
    }

    @Test
    void presetsThatChangeOnTheWayAreRefusedWithTheReason() throws InterruptedException {
        assertEquals(2, run(question("--set", "preset.auto=on", "--out", folder("auto"))));

        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("preset.auto must be off"), errors::toString);
    }

    private void assertSame(String left, String right) throws IOException {
        try (var files = Files.list(home.resolve(left))) {
            var names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertTrue(names.contains("sweep.csv") && names.contains("judged-00000.csv"), names::toString);
            for (var name : names) {
                assertArrayEquals(
                        Files.readAllBytes(home.resolve(left).resolve(name)),
                        Files.readAllBytes(home.resolve(right).resolve(name)),
                        name);
            }
        }
    }

    @Test
    void oneProcessTwoJobsAndACellAProcessLeaveTheSameBytes() throws IOException, InterruptedException {
        assertEquals(0, run(question("--jobs", "1", "--out", folder("one"), "--save", "found")), errors::toString);
        var report = out.toString(StandardCharsets.UTF_8);
        assertTrue(
                Files.readString(home.resolve("one/cell-00001.csv")).lines().anyMatch(row -> row.matches("1,-?\\d.*")));
        assertTrue(report.startsWith(Files.readString(home.resolve("one/sweep.txt"))));
        var preset = Files.readString(home.resolve("presets/found.properties"));
        assertTrue(preset.contains("spread = ") && preset.contains("fee-floor = off"), preset);

        assertEquals(0, run(question("--jobs", "2", "--out", folder("two"))), errors::toString);
        assertSame("one", "two");

        assertEquals(0, run(question("--plan", folder("cells"))), errors::toString);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("--array=0-2"), out::toString);
        assertEquals(0, run(Map.of("SLURM_ARRAY_TASK_ID", "2"), "--dir", folder("cells")), errors::toString);
        assertEquals(0, run(Map.of("JOB_COMPLETION_INDEX", "0"), "--dir", folder("cells")), errors::toString);
        assertEquals(6, run("--collect", folder("cells")));
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("--array=1,"), errors::toString);
        assertFalse(Files.exists(home.resolve("cells/sweep.csv")));
        assertEquals(0, run("--dir", folder("cells"), "--cell", "1"), errors::toString);
        assertEquals(0, run("--dir", folder("cells"), "--cell", "1"), errors::toString);
        assertEquals(0, run("--collect", folder("cells"), "--jobs", "2"), errors::toString);
        assertSame("one", "cells");
    }

    private String recorded(String name, long seed) throws IOException {
        var file = home.resolve(name);
        SpokenMarket.record(file, MarketPreset.WILD, seed, Duration.ofSeconds(90));
        return file.toString();
    }

    @Test
    void recordedFilesAreSearchedFirstAndTheLaterOnesJudge() throws IOException, InterruptedException {
        var first = recorded("a.gz", 1);
        var third = recorded("c.gz", 3);
        String[] asked = {
            "--grid", "spread=0.02,0.04", "--set", "fee-floor=off", "--replay", first, recorded("b.gz", 2), third
        };
        var one = new ArrayList<>(List.of(asked));
        one.addAll(List.of("--out", folder("one")));

        assertEquals(0, run(one.toArray(String[]::new)), errors::toString);
        var report = out.toString(StandardCharsets.UTF_8);
        assertTrue(report.contains("searched on the first 2 files (1,2)") && report.contains("(3)"), report);
        assertTrue(
                report.contains("judged once: without an interval nothing is proved")
                        || report.contains("No combination"),
                report);
        var cell = Files.readAllLines(home.resolve("one/cell-00001.csv"));
        assertEquals(
                List.of("1", "2"),
                cell.subList(3, 5).stream().map(row -> row.split(",")[0]).toList());
        assertNotEquals(cell.get(3).substring(2), cell.get(4).substring(2));

        var plan = new ArrayList<>(List.of(asked));
        plan.addAll(List.of("--plan", folder("cells")));
        assertEquals(0, run(plan.toArray(String[]::new)), errors::toString);
        for (var number : List.of("2", "0", "1")) {
            assertEquals(0, run("--dir", folder("cells"), "--cell", number), errors::toString);
        }
        assertEquals(0, run("--collect", folder("cells")), errors::toString);
        assertSame("one", "cells");

        Files.delete(home.resolve("cells/cell-00001.csv"));
        recorded("c.gz", 4);
        assertEquals(2, run("--dir", folder("cells"), "--cell", "1"));
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("planned on other files"), errors::toString);
    }

    @Test
    void oneRecordedFileCannotJudgeWhatItHasChosen() throws IOException, InterruptedException {
        assertEquals(2, run("--grid", "skew=1", "--replay", recorded("a.gz", 1), "--out", folder("out")));

        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("two files"), errors::toString);
        assertFalse(Files.exists(home.resolve("out")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--out OUT",
                "--grid spread=0.1..0.2 --out OUT",
                "--grid skew=1 --seeds 1..5 --fresh 5..9 --out OUT",
                "--grid skew=1 --plan OUT --out OUT",
                "--grid skew=1 --cell 3",
                "--grid spread=5 --out OUT",
                "--grid skew=1 --save ../a --out OUT",
                "--grid skew=1 --random 0 --out OUT",
                "--dir OUT",
                "--dir OUT --cell 0",
                "--collect OUT"
            })
    void whatMakesNoSenseIsRefusedBeforeAnythingRuns(String typed) throws InterruptedException {
        assertEquals(2, run(typed.replace("OUT", folder("out")).split(" ")));
        assertEquals(1, errors.toString(StandardCharsets.UTF_8).lines().count(), errors::toString);
        assertFalse(Files.exists(home.resolve("out")));
    }
}
