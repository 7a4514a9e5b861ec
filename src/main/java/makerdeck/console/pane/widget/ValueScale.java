package makerdeck.console.pane.widget;

import java.util.Arrays;
import java.util.Optional;

/** From a lowest to a highest value, in such a way that a few mad values do not flatten all others. Immutable. */
public record ValueScale(double low, double high) {

    /** Of this many values the least and the greatest do not count unless they are near the others. */
    private static final int MANY = 5;

    private static final int ONE_IN = 32;
    private static final int NEAR = 2;
    private static final int GRID = 12;

    /**
     * Of values of which those that are not numbers do not count; empty when none is left.
     *
     * @param least what the scale is wide at least
     */
    public static Optional<ValueScale> of(double[] values, double least) {
        var sorted = new double[values.length];
        int known = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sorted[known++] = value;
            }
        }
        sorted = Arrays.copyOf(sorted, known);
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return Optional.empty();
        }
        int odd = sorted.length < MANY ? 0 : Math.max(1, sorted.length / ONE_IN);
        double middle = (sorted[odd] + sorted[sorted.length - 1 - odd]) / 2;
        double half = Math.max(sorted[sorted.length - 1 - odd] - sorted[odd], least) / 2;
        var most = new ValueScale(middle - half, middle + half);
        return Optional.of(most.with(sorted[0], NEAR).with(sorted[sorted.length - 1], NEAR));
    }

    /** With every value in it, for what nobody can have measured wrongly; empty when there is none. */
    public static Optional<ValueScale> whole(double[] values) {
        var numbers =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).summaryStatistics();
        return numbers.getCount() == 0
                ? Optional.empty()
                : Optional.of(new ValueScale(numbers.getMin(), numbers.getMax()));
    }

    /** As wide as it takes to have a value in it, unless that is more than {@code times} its width away. */
    public ValueScale with(double value, int times) {
        double near = (high - low) * times;
        return Double.isNaN(value) || value < low - near || value > high + near
                ? this
                : new ValueScale(Math.min(low, value), Math.max(high, value));
    }

    /** Between round values, so that it seldom changes. */
    public ValueScale rounded() {
        double wanted = (high - low) / GRID;
        if (!(wanted > 0)) {
            return this;
        }
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double grid = wanted <= power
                ? power
                : wanted <= 2 * power ? 2 * power : wanted <= 5 * power ? 5 * power : 10 * power;
        return new ValueScale(Math.floor(low / grid) * grid, Math.ceil(high / grid) * grid);
    }

    public boolean has(double value) {
        return value >= low && value <= high;
    }

    /** From 0 at the lowest to {@code count - 1}; what lies outside is at the edge. */
    int level(double value, int count) {
        if (high <= low) {
            return count / 2;
        }
        double share = Math.max(0, Math.min(1, (value - low) / (high - low)));
        return (int) Math.round(share * (count - 1));
    }
}
