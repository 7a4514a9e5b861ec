package makerdeck.laboratory.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    /** Bechhofer's table for 95 %. */
    @ParameterizedTest
    @CsvSource({"2,2.3262", "3,2.7101", "4,2.9162", "5,3.0552", "10,3.4182"})
    void theConstantIsThatOfTheTable(int candidates, double expected) {
        assertEquals(expected, Selection.constant(candidates), 1e-4);
    }

    /** The best does come first 95 times of 100 with the lead that it says. */
    @ParameterizedTest
    @ValueSource(ints = {2, 20, 200})
    void theLeadIsFoundAsOftenAsWanted(int candidates) {
        var random = new Random(11);
        double noise = 1.7;
        int seeds = 16;
        double lead = Selection.lead(candidates, noise, seeds);
        int first = 0;
        int repeats = 4000;
        for (int i = 0; i < repeats; i++) {
            double error = noise / Math.sqrt(seeds);
            double best = lead + error * random.nextGaussian();
            double others = random.doubles(candidates - 1)
                    .map(each -> error * random.nextGaussian())
                    .max()
                    .orElseThrow();
            first += best > others ? 1 : 0;
        }

        assertEquals(Selection.WANTED, first / (double) repeats, 0.0105);
    }

    @Test
    void seedsAreThoseThatTheLeadNeeds() {
        long seeds = Selection.seeds(12, 0.9, 0.25);

        assertEquals(0.25, Selection.lead(12, 0.9, (int) seeds), 0.002);
        assertEquals(2, Selection.seeds(12, 0.01, 5));
        assertThrows(IllegalArgumentException.class, () -> Selection.constant(1));
    }
}
