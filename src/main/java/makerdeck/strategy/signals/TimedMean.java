package makerdeck.strategy.signals;

import java.time.Duration;
import java.time.Instant;

/**
 * The exponentially weighted mean over time of a value that holds until the next. Starts over after a time in which nobody
 * watched. Engine thread only.
 */
final class TimedMean {

    private static final Duration GAP = Duration.ofSeconds(5);

    private final double timeConstant;

    // Engine thread only.
    private Average mean;
    private double seen;
    private Instant updated = Instant.MIN;
    private double value;

    /** @param timeConstant seconds after which a value counts 1/e */
    TimedMean(double timeConstant) {
        this.timeConstant = timeConstant;
        mean = fresh();
    }

    private Average fresh() {
        return new Average(timeConstant * Math.log(2));
    }

    void add(Instant at, double now) {
        pass(at);
        value = now;
    }

    /** The value is still what it was. */
    void still(Instant at) {
        if (!updated.equals(Instant.MIN)) {
            pass(at);
        }
    }

    private void pass(Instant at) {
        if (updated.equals(Instant.MIN) || Duration.between(updated, at).compareTo(GAP) > 0) {
            mean = fresh();
            seen = 0;
        } else {
            double seconds = Duration.between(updated, at).toNanos() / 1e9;
            mean.add(value, seconds);
            seen += seconds;
        }
        updated = at;
    }

    /** Whether enough was seen for the mean to say something. */
    boolean isSettled() {
        return seen >= timeConstant;
    }

    double mean() {
        return mean.mean();
    }

    /** The last value. */
    double value() {
        return value;
    }
}
