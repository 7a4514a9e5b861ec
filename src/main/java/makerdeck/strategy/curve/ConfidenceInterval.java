package makerdeck.strategy.curve;

/** A figure and its 95 % interval. Immutable. */
public record ConfidenceInterval(double value, double low, double high) {

    /** Two-sided 95 % of the normal distribution. */
    static final double NORMAL = 1.959964;

    static ConfidenceInterval around(double value, double error) {
        return new ConfidenceInterval(value, value - error, value + error);
    }

    /** Half of the interval. */
    public double error() {
        return (high - low) / 2;
    }

    ConfidenceInterval times(double factor) {
        return factor < 0
                ? new ConfidenceInterval(value * factor, high * factor, low * factor)
                : new ConfidenceInterval(value * factor, low * factor, high * factor);
    }

    ConfidenceInterval plus(double shift) {
        return new ConfidenceInterval(value + shift, low + shift, high + shift);
    }

    /** Sum of two that are wrong together: the interval is no narrower than it can be. */
    ConfidenceInterval plus(ConfidenceInterval other) {
        return new ConfidenceInterval(value + other.value, low + other.low, high + other.high);
    }

    /**
     * A rate from a count, by Byar's approximation of the exact Poisson interval; of none the upper bound alone.
     *
     * @param count as if each of it had come by itself
     * @param rate what the count comes to, zero for none
     * @param none what a count of one would come to
     */
    static ConfidenceInterval ofCount(double count, double rate, double none) {
        double above = count + 1;
        double high = above * Math.pow(1 - 1 / (9 * above) + NORMAL / (3 * Math.sqrt(above)), 3);
        if (count <= 0) {
            return new ConfidenceInterval(0, 0, high * none);
        }
        double root = 1 - 1 / (9 * count) - NORMAL / (3 * Math.sqrt(count));
        double low = count * Math.pow(Math.max(0, root), 3);
        return new ConfidenceInterval(rate, rate * low / count, rate * high / count);
    }

    /** Two-sided 95 % of Student's distribution, by the first terms of Fisher's expansion; at least 3 degrees. */
    static double student(double degrees) {
        double z = NORMAL;
        double cube = z * z * z;
        double first = (cube + z) / 4;
        double second = (5 * cube * z * z + 16 * cube + 3 * z) / 96;
        double third = (3 * Math.pow(z, 7) + 19 * Math.pow(z, 5) + 17 * cube - 15 * z) / 384;
        return z + first / degrees + second / (degrees * degrees) + third / (degrees * degrees * degrees);
    }
}
