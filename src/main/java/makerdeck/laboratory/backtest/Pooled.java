package makerdeck.laboratory.backtest;

import java.util.Arrays;
import makerdeck.laboratory.statistics.Estimate;

/**
 * The mean of all fills of several runs, with an interval that takes the runs, not the fills, as independent: the ratio
 * estimator of sampling in clusters (Cochran 1977, 6.4). Pure.
 */
final class Pooled {

    private static final int FEWEST_RUNS = 2;

    private Pooled() {}

    /**
     * @param sums by run
     * @param counts of what each sum is of, by run
     */
    static Estimate mean(double[] sums, double[] counts) {
        double count = Arrays.stream(counts).sum();
        double mean = Arrays.stream(sums).sum() / count;
        if (Arrays.stream(counts).filter(each -> each > 0).count() < FEWEST_RUNS) {
            return count > 0 ? Estimate.of(mean) : Estimate.of();
        }
        double usual = count / counts.length;
        var values = new double[sums.length];
        for (int run = 0; run < sums.length; run++) {
            values[run] = mean + (sums[run] - mean * counts[run]) / usual;
        }
        return Estimate.of(values);
    }
}
