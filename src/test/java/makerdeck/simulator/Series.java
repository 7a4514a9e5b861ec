package makerdeck.simulator;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/** Numbers in the order in which they were measured, and what they are like. */
public final class Series {

    private double[] values = new double[1024];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    double get(int index) {
        return values[index];
    }

    double last() {
        return values[size - 1];
    }

    DoubleStream stream() {
        return Arrays.stream(values, 0, size);
    }

    double mean() {
        return stream().average().orElse(Double.NaN);
    }

    /** Mean of the values to a power. */
    double moment(int power) {
        return stream().map(value -> Math.pow(value, power)).average().orElse(Double.NaN);
    }

    double kurtosis() {
        double variance = moment(2);
        return moment(4) / variance / variance;
    }

    double autocorrelation(int lag) {
        double mean = mean();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double centred = values[i] - mean;
            squares += centred * centred;
            if (i >= lag) {
                products += centred * (values[i - lag] - mean);
            }
        }
        return products / (size - lag) / (squares / size);
    }

    /** The value below which so large a part lies. */
    double quantile(double part) {
        var sorted = stream().sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, (long) (part * sorted.length))];
    }

    double share(DoublePredicate condition) {
        return (double) stream().filter(condition).count() / size;
    }

    Series absolute() {
        var absolute = new Series();
        stream().map(Math::abs).forEach(absolute::add);
        return absolute;
    }

    /** Log returns over so many values, side by side. */
    Series returns(int step) {
        var returns = new Series();
        for (int i = step; i < size; i += step) {
            returns.add(Math.log(values[i] / values[i - step]));
        }
        return returns;
    }
}
