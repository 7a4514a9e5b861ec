package makerdeck.laboratory.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import makerdeck.laboratory.statistics.Seeds;
import makerdeck.laboratory.sweep.SweepFolder.Purpose;
import makerdeck.laboratory.sweep.Trial.Figures;
import makerdeck.message.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepFolderTest {

    private static final List<Figures> TWO =
            List.of(new Figures(0.1, 8.25, 3, 12.5), new Figures(-1e-7, Double.NaN, 0, 1e9, true));

    @TempDir
    private Path home;

    private static SweepPlan plan() {
        return PlantedSweep.plan(List.of("spread=0.2,0.3", "skew=0,1"), "1,2");
    }

    private static String key(Executable asked) {
        return assertThrows(MistakeException.class, asked).said().key();
    }

    @Test
    void aPlanIsReadAsItWasWritten() throws IOException {
        var plan = SweepPlan.of(
                "1.2.3",
                Map.of("replay.1", "/tmp/C:\\odd = \u865f\u78bc # x\ny"),
                Map.of("spread.max", "7"),
                Seeds.of("1..3"),
                Seeds.of("9"),
                List.of(Map.of("spread", "0.4")));

        SweepFolder.begin(home.resolve("a"), plan);

        assertEquals(plan, SweepFolder.open(home.resolve("a"), "1.2.3").plan());
    }

    @Test
    void whatIsNotTheSameSweepIsRefused() throws IOException {
        SweepFolder.begin(home, plan());
        var file = home.resolve("plan.txt");

        assertEquals("laboratory.sweep.version", key(() -> SweepFolder.open(home, "2.0")));
        assertEquals(
                "laboratory.sweep.other",
                key(() -> SweepFolder.begin(home, PlantedSweep.plan(List.of("skew=0,1"), "1,2"))));
        assertEquals("laboratory.sweep.no-plan", key(() -> SweepFolder.open(home.resolve("none"), "1")));
        Files.writeString(file, Files.readString(file).replace("skew=1", "skew=0.9"));
        assertEquals("laboratory.sweep.changed", key(() -> SweepFolder.open(home, PlantedSweep.VERSION)));
        Files.writeString(file, "nothing = of it\n");
        assertEquals("laboratory.sweep.no-plan", key(() -> SweepFolder.open(home, PlantedSweep.VERSION)));
    }

    @Test
    void aWinnerIsNeverJudgedOnSeedsThatFoundIt() {
        assertEquals(
                "laboratory.sweep.seen",
                key(() ->
                        SweepPlan.of("1", Map.of(), Map.of(), Seeds.of("1..9"), Seeds.of("9..12"), List.of(Map.of()))));
    }

    @Test
    void aCombinationThatIsNotLegalIsRefusedBeforeAnythingRuns() {
        var refused = assertThrows(
                MistakeException.class, () -> PlantedSweep.plan(List.of("spread=0.2,3", "spread.max=1,4"), "1,2"));

        assertEquals("laboratory.sweep.illegal", refused.said().key());
        assertEquals(3L, refused.said().values().get(0));
    }

    @Test
    void aCellIsReadAsItWasWrittenAndIsThenNotMissing() throws IOException {
        var folder = SweepFolder.begin(home, plan());
        folder.write(Purpose.SEARCH, 2, TWO);

        assertEquals(TWO, folder.read(Purpose.SEARCH, 2).orElseThrow());
        assertEquals(List.of(0, 1, 3, 4), folder.missing());
        assertEquals("0-1,3-4", SweepFolder.spelled(folder.missing()));
        assertTrue(folder.read(Purpose.JUDGING, 2).isEmpty());
    }

    /** As a full disk, a crash of the machine or a hand leaves it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# end|end",
                "0.1,8.25|0.1",
                "1,0.1|7,0.1",
                "inputs=|inputs=f",
                "cell=2|cell=3",
                "12.5|12.x",
                ",true|,yes"
            })
    void aDamagedCellIsDoneAgain(String part, String instead) throws IOException {
        var folder = SweepFolder.begin(home, plan());
        folder.write(Purpose.SEARCH, 2, TWO);
        var file = home.resolve("cell-00002.csv");
        var text = Files.readString(file);
        assertTrue(text.contains(part), text);

        Files.writeString(file, text.replace(part, instead));

        assertEquals(List.of(0, 1, 2, 3, 4), folder.missing());
    }

    @Test
    void aCutCellIsDoneAgainWhereverItIsCut() throws IOException {
        var folder = SweepFolder.begin(home, plan());
        folder.write(Purpose.SEARCH, 2, TWO);
        var file = home.resolve("cell-00002.csv");
        var whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));

            assertTrue(folder.read(Purpose.SEARCH, 2).isEmpty(), length + " bytes");
        }
    }

    @Test
    void aFailedCellIsNamedAndFinishedOnesStay() throws IOException {
        var folder = SweepFolder.begin(home, plan());
        Trial failing = (parameters, seed) -> {
            if (parameters.skew().signum() > 0) {
                throw new UnsupportedOperationException("planted");
            }
            return TWO.get(0);
        };
        var work = new SweepWork(folder, failing, 1, Executors.defaultThreadFactory());

        var failed =
                assertThrows(IllegalStateException.class, () -> work.run(Purpose.SEARCH, folder.missing(), () -> {}));

        assertTrue(failed.toString().contains("cell 0"), failed::toString);
        assertInstanceOf(UnsupportedOperationException.class, failed.getCause());
        assertThrows(IllegalStateException.class, () -> SweepEnd.of(folder));
    }
}
