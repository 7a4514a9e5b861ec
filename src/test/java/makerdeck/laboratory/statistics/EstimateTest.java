package makerdeck.laboratory.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final double CLOSE = 1e-9;

    @Test
    void meanDeviationAndIntervalByHand() {
        // Squares about 5: 9+1+1+1+0+0+4+16 = 32; t(7) = 2.364624.
        var estimate = Estimate.of(2, 4, 4, 4, 5, 5, 7, 9);

        assertEquals(8, estimate.count());
        assertEquals(5, estimate.mean(), CLOSE);
        assertEquals(Math.sqrt(32 / 7.0), estimate.deviation(), CLOSE);
        assertEquals(2.3646242516 * Math.sqrt(32 / 7.0 / 8), estimate.halfWidth(), 1e-8);
    }

    @Test
    void differencesArePaired() {
        var estimate = Estimate.ofDifferences(new double[] {101, 202, 303}, new double[] {100, 200, 300});

        assertEquals(2, estimate.mean(), CLOSE);
        assertEquals(1, estimate.deviation(), CLOSE);
        assertThrows(
                IllegalArgumentException.class, () -> Estimate.ofDifferences(new double[] {1}, new double[] {1, 2}));
    }

    @Test
    void oneValueHasNoInterval() {
        assertFalse(Estimate.of(3).hasInterval());
        assertFalse(Estimate.of(3).isProved());
        assertEquals(3, Estimate.of(3).mean(), CLOSE);
        assertTrue(Double.isNaN(Estimate.of().mean()));
    }

    @Test
    void whatIsNoNumberIsLeftOut() {
        var estimate = Estimate.ofNumbers(1, Double.NaN, 3);

        assertEquals(2, estimate.count());
        assertEquals(2, estimate.mean(), CLOSE);
    }

    @Test
    void provedIsWhatKeepsOffZero() {
        assertTrue(Estimate.of(1, 1.1, 0.9).isProved());
        assertTrue(Estimate.of(-1, -1.1, -0.9).isProved());
        assertFalse(Estimate.of(1, -1, 0.9).isProved());
        assertTrue(Estimate.of(2, 2).isProved());
        assertFalse(Estimate.of(0, 0).isProved());
    }

    /** 95 of 100 intervals hold the true mean, of 5 values as of 20. */
    @Test
    void theIntervalHoldsTheMeanAsOftenAsItSays() {
        for (int count : new int[] {3, 5, 20}) {
            var random = new Random(7);
            int held = 0;
            int repeats = 20_000;
            for (int i = 0; i < repeats; i++) {
                var estimate = Estimate.of(random.doubles(count)
                        .map(each -> 3 + 2 * random.nextGaussian())
                        .toArray());
                held += Math.abs(estimate.mean() - 3) <= estimate.halfWidth() ? 1 : 0;
            }
            // Three standard errors of a share of 20,000.
            assertEquals(0.95, held / (double) repeats, 0.0047, count + " values");
        }
    }
}
