package makerdeck.laboratory.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

    private static Grid grid(String... axes) {
        return Grid.of(List.of(axes), Parameters.defaults());
    }

    private static List<String> spelled(List<Map<String, String>> cells) {
        return cells.stream().map(SweepPlan::spelled).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spread=0.1..0.3:0.05|0.1 0.15 0.2 0.25 0.3",
                "spread=0.1..0.29:0.1|0.1 0.2",
                "spread=0.1%..0.2%:0.1%|0.1 0.2",
                "skew=0,0.50,1|0 0.5 1",
                "skew=0..1:0.5,0.7|0 0.5 1 0.7",
                "interval=30s..2m:30s|30 60 90 120",
                "max-orders=1..3:1|1 2 3",
                "rebalance=off,on|off on",
                "quantity=auto,0.5|auto 0.5",
                "SPREAD= +10% ,0.3|0.22 0.3"
            })
    void anAxisIsReadAsTheParameterReadsItsValues(String typed, String values) {
        var cells = grid(typed).all();

        assertEquals(
                Arrays.asList(values.split(" ")),
                cells.stream().flatMap(cell -> cell.values().stream()).toList());
        assertEquals(1, grid(typed).keys().size());
    }

    @Test
    void theLastAxisTurnsFastest() {
        assertEquals(
                List.of("spread=0.1 skew=0", "spread=0.1 skew=1", "spread=0.2 skew=0", "spread=0.2 skew=1"),
                spelled(grid("spread=0.1,0.2", "skew=0,1").all()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spread|laboratory.grid.malformed",
                "=1|laboratory.grid.malformed",
                "spraed=0.1|strategy.unknown-parameter",
                "spread=0.1,,0.2|strategy.refused.plain",
                "spread=0|strategy.refused.range",
                "spread=0..1:0.1|strategy.refused.range",
                "layers=1..2:0.5|strategy.refused.whole",
                "rebalance=yes|strategy.refused.word",
                "rebalance=off..on:1|laboratory.grid.words",
                "quantity=auto..3:1|laboratory.grid.words",
                "spread=0.1..0.2|laboratory.grid.step",
                "spread=0.1..0.2:|laboratory.grid.step",
                "spread=0.1..0.2:0|laboratory.grid.step",
                "spread=0.1..0.2:-0.1|laboratory.grid.step",
                "spread=0.4..0.1:0.1|laboratory.grid.backwards",
                "spread=0.1..19:0.0001|laboratory.grid.long",
                "spread=0.1,0.10|laboratory.grid.value-twice",
                "preset.auto=on,off|laboratory.grid.not-for-presets"
            })
    void whatIsNoneIsRefusedBeforeAnythingRuns(String typed, String key) {
        assertEquals(
                key,
                assertThrows(MistakeException.class, () -> grid(typed)).said().key());
    }

    @Test
    void anAxisIsGivenOnceAndThereIsOne() {
        assertEquals("laboratory.grid.twice", refusal("layers=1", "max-orders=2"));
        assertEquals("laboratory.grid.none", refusal());
        assertEquals("laboratory.grid.many", key(() -> grid("spread=0.001..0.9:0.001", "skew=0..1:0.01")
                .all()));
    }

    private static String refusal(String... axes) {
        return key(() -> grid(axes));
    }

    private static String key(org.junit.jupiter.api.function.Executable asked) {
        return assertThrows(MistakeException.class, asked).said().key();
    }

    @Test
    void byLotAreDifferentOnesInOrderAndAlwaysTheSame() {
        var grid = grid("spread=0.1..0.9:0.01", "skew=0..1:0.01", "layers=1..10:1");
        var drawn = spelled(grid.byLot(500));

        assertEquals(500, new HashSet<>(drawn).size());
        assertEquals(drawn, spelled(grid.byLot(500)));
        // As many are in the upper half of an axis as belong there.
        double high = drawn.stream()
                .filter(cell -> cell.matches("spread=0\\.[5-9].*"))
                .count();
        assertEquals(41 / 81.0, high / 500, 0.07);
        assertTrue(drawn.stream().anyMatch(cell -> cell.endsWith("layers=10")));
    }

    @Test
    void aSmallGridIsTakenWhole() {
        var grid = grid("skew=0,0.5,1");

        assertEquals(grid.all(), grid.byLot(3));
        assertEquals(grid.all(), grid.byLot(100));
        assertEquals(1, grid.byLot(1).size());
        assertEquals("laboratory.grid.random", key(() -> grid.byLot(0)));
        assertEquals("laboratory.grid.random", key(() -> grid.byLot(1_000_000)));
    }
}
