package makerdeck.console.pane.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueScaleTest {

    private static double[] withOne(double mad) {
        return IntStream.range(0, 100)
                .mapToDouble(i -> i == 40 ? mad : 100 + i % 10)
                .toArray();
    }

    @Test
    void oneMadValueDoesNotCount() {
        assertEquals(new ValueScale(100, 109), ValueScale.of(withOne(5000), 0).orElseThrow());
        assertEquals(new ValueScale(100, 109), ValueScale.of(withOne(0), 0).orElseThrow());
    }

    @Test
    void anExtremeThatIsNearCounts() {
        assertEquals(new ValueScale(100, 114), ValueScale.of(withOne(114), 0).orElseThrow());
    }

    @Test
    void aMoveThatStaysIsNoMadValue() {
        var moved = IntStream.range(0, 100).mapToDouble(i -> i < 90 ? 100 : 500).toArray();

        assertEquals(new ValueScale(100, 500), ValueScale.of(moved, 0).orElseThrow());
    }

    @Test
    void holesDoNotCountAndNothingHasNoScale() {
        assertTrue(ValueScale.of(new double[] {Double.NaN}, 1).isEmpty());
        assertEquals(
                new ValueScale(1.5, 2.5),
                ValueScale.of(new double[] {Double.NaN, 2}, 1).orElseThrow());
    }

    @Test
    void roundedItKeepsAllThatItHad() {
        var scale = new ValueScale(148.0731, 148.4219).rounded();

        assertTrue(scale.has(148.0731) && scale.has(148.4219));
        assertEquals(scale, new ValueScale(148.0735, 148.4215).rounded(), "and a little more or less changes nothing");
    }
}
