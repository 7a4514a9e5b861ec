package makerdeck.laboratory.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What the best of many shows by luck alone. The paired differences of each candidate to the base, less their mean, are
 * given random signs, the same for all candidates of a seed; the largest mean among the candidates, in its own standard
 * errors, is what the best would show if none were better than the base. Candidates that behave alike are lucky
 * together, so that a fine grid costs less than as many independent tries. After Westfall and Young (1993) and Hansen's
 * test for superior ability (2005). Pure: the signs are always the same.
 */
public final class Luck {

    private static final int DRAWS = 1000;
    private static final long SIGNS = 20_251;

    private Luck() {}

    /**
     * The mean over the draws, in standard errors of a candidate's difference; 0 without candidates or seeds to say.
     *
     * @param base value by seed
     * @param candidates values by seed, each as long as the base's
     */
    public static double ofBest(double[] base, double[][] candidates) {
        int seeds = base.length;
        var scores = Arrays.stream(candidates)
                .map(values -> scores(base, values))
                .filter(each -> each.length > 0)
                .toArray(double[][]::new);
        if (scores.length == 0) {
            return 0;
        }
        var random = new SplittableRandom(SIGNS);
        double all = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            var signs = new double[seeds];
            for (int seed = 0; seed < seeds; seed++) {
                signs[seed] = random.nextBoolean() ? 1 : -1;
            }
            all += best(scores, signs);
        }
        return all / DRAWS;
    }

    private static double best(double[][] scores, double[] signs) {
        double best = Double.NEGATIVE_INFINITY;
        for (var each : scores) {
            double sum = 0;
            for (int seed = 0; seed < signs.length; seed++) {
                sum += signs[seed] * each[seed];
            }
            best = Math.max(best, sum);
        }
        return best;
    }

    /** By seed, so that with random signs their sum has variance 1; empty for one that does as the base does. */
    private static double[] scores(double[] base, double[] values) {
        var differences = Estimate.ofDifferences(values, base);
        if (!(differences.deviation() > 0)) {
            return new double[0];
        }
        int seeds = base.length;
        var scores = new double[seeds];
        double unit = differences.deviation() * Math.sqrt(seeds - 1);
        for (int seed = 0; seed < seeds; seed++) {
            scores[seed] = (values[seed] - base[seed] - differences.mean()) / unit;
        }
        return scores;
    }
}
