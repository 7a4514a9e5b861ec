package makerdeck.laboratory.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LuckTest {

    private static double[] noise(Random random, int seeds) {
        return random.doubles(seeds).map(each -> random.nextGaussian()).toArray();
    }

    private static double[][] independent(Random random, double[] base, int candidates) {
        var values = new double[candidates][];
        for (int i = 0; i < candidates; i++) {
            values[i] = noise(random, base.length);
            for (int seed = 0; seed < base.length; seed++) {
                values[i][seed] += base[seed];
            }
        }
        return values;
    }

    /** The mean of the largest of 10, and of 100, independent normal values, by the tables: 1.5388 and 2.5076. */
    @Test
    void ofIndependentTriesItIsTheMeanOfTheLargest() {
        var random = new Random(3);
        var base = noise(random, 60);

        assertEquals(1.5388, Luck.ofBest(base, independent(random, base, 10)), 0.15);
        assertEquals(2.5076, Luck.ofBest(base, independent(random, base, 100)), 0.15);
    }

    @Test
    void triesThatBehaveAlikeAreOneTry() {
        var random = new Random(4);
        var base = noise(random, 40);
        var one = independent(random, base, 1)[0];
        var many = new double[50][];
        java.util.Arrays.fill(many, one);

        assertEquals(0, Luck.ofBest(base, new double[][] {one}), 0.1);
        assertEquals(Luck.ofBest(base, new double[][] {one}), Luck.ofBest(base, many), 1e-12);
    }

    @Test
    void aRealGainDoesNotCountAsLuck() {
        var random = new Random(5);
        var base = noise(random, 40);
        var plain = independent(random, base, 20);
        double before = Luck.ofBest(base, plain);
        for (int seed = 0; seed < base.length; seed++) {
            plain[7][seed] += 100;
        }

        assertEquals(before, Luck.ofBest(base, plain), 1e-9);
        assertTrue(before > 1);
    }

    @Test
    void whatDoesAsTheBaseDoesAddsNothing() {
        var base = new double[] {1, 2, 3};

        assertEquals(0, Luck.ofBest(base, new double[][] {base}));
        assertEquals(0, Luck.ofBest(base, new double[0][]));
        assertEquals(0, Luck.ofBest(new double[] {1}, new double[][] {{2}}));
    }
}
