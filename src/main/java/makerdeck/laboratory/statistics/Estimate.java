package makerdeck.laboratory.statistics;

import java.util.Arrays;

/**
 * What independent values say of the mean they come from.
 *
 * @param count of values
 * @param mean of them; NaN of none
 * @param deviation of one value, with {@code count - 1} in the divisor; NaN of fewer than two
 * @param halfWidth of the 95 % interval of the mean by Student's t, so that it is {@code mean +- halfWidth}; NaN of
 *     fewer than two
 */
public record Estimate(int count, double mean, double deviation, double halfWidth) {

    private static final double UPPER = 0.975;

    /** Of values that are numbers. */
    public static Estimate of(double... values) {
        int count = values.length;
        double mean = Arrays.stream(values).sum() / count;
        if (count < 2) {
            return new Estimate(count, mean, Double.NaN, Double.NaN);
        }
        double squares =
                Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
        double deviation = Math.sqrt(squares / (count - 1));
        return new Estimate(count, mean, deviation, StudentT.quantile(UPPER, count - 1) * deviation / Math.sqrt(count));
    }

    /** Of those values that are numbers: a run without a fill has no edge. */
    public static Estimate ofNumbers(double... values) {
        return of(Arrays.stream(values).filter(each -> !Double.isNaN(each)).toArray());
    }

    /** Of {@code left - right}, which come from the same seeds in the same order. */
    public static Estimate ofDifferences(double[] left, double[] right) {
        if (left.length != right.length) {
            throw new IllegalArgumentException(left.length + " values cannot be paired with " + right.length);
        }
        var differences = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            differences[i] = left[i] - right[i];
        }
        return of(differences);
    }

    /** Whether there is an interval at all: one value says nothing about how far off it is. */
    public boolean hasInterval() {
        return count >= 2;
    }

    /** Whether the whole interval is on one side of zero. */
    public boolean isProved() {
        return hasInterval() && Math.abs(mean) > halfWidth;
    }

    /** Of one mean, not of one value. */
    public double standardError() {
        return deviation / Math.sqrt(count);
    }
}
