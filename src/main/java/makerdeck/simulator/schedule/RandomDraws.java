package makerdeck.simulator.schedule;

import java.util.SplittableRandom;

/**
 * One agent's random numbers for one purpose. The stream depends on the seed and the purpose alone,
 * so nothing that others do can shift it. {@link StrictMath} makes it the same on every machine.
 */
public final class RandomDraws {

    private static final double NANOS = 1e9;

    private final SplittableRandom random;
    private double spare = Double.NaN;

    public RandomDraws(long seed, String purpose) {
        long state = seed;
        for (int i = 0; i < purpose.length(); i++) {
            state = mixed(state ^ purpose.charAt(i));
        }
        random = new SplittableRandom(state);
    }

    /** Murmur's finalizer: neighbouring seeds must not give shifted copies of one stream. */
    private static long mixed(long value) {
        long once = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        long twice = (once ^ (once >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return twice ^ (twice >>> 33);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Standard normal, by Box and Muller. */
    public double gaussian() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        double angle = 2 * Math.PI * random.nextDouble();
        spare = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }

    public double logNormal(double logMedian, double deviation) {
        return StrictMath.exp(logMedian + deviation * gaussian());
    }

    /** At least 1. */
    public double pareto(double exponent) {
        return StrictMath.pow(1 - random.nextDouble(), -1 / exponent);
    }

    /** Waiting time to the next event of a rate per second, in nanoseconds. */
    public long waitNanos(double rate) {
        return (long) (-StrictMath.log(1 - random.nextDouble()) / rate * NANOS) + 1;
    }
}
