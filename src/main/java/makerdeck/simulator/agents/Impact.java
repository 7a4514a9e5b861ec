package makerdeck.simulator.agents;

import makerdeck.simulator.model.AgentParameters;

/**
 * What the others make of an order: the fundamental gives way for good, concave in the order's size, and
 * only by what nobody expected, so that sides that come in runs make no trend of it (Lillo and Farmer 2004).
 *
 * <p>Counted in deviations of one second and scaled by how often somebody trades, as impact is found to grow
 * with volatility and to fall with turnover.
 */
final class Impact {

    /** The part of the price's variance a second that comes with orders by themselves. */
    private static final double SHARE = 0.25;
    /** The same with what metaorders add in the long run. */
    static final double LONG_RUN_SHARE = 0.3;

    private static final double CONCAVITY = 0.4;
    /** From so many median orders on, more does not tell more. */
    private static final double LARGEST = 500;
    /** Mean square of size to the concavity times surprise, over the orders of {@link NoiseTakers}. */
    private static final double MEAN_SQUARE = 2.6;
    /** A metaorder's first part, in unforeseen median orders. */
    private static final double METAORDER = 1;

    private final double unit;
    private final double median;

    Impact(AgentParameters parameters) {
        unit = Math.sqrt(SHARE / MEAN_SQUARE / (NoiseTakers.OFFSPRING * parameters.noiseRate()));
        median = parameters.noiseMedian();
    }

    /**
     * Of an order by itself.
     *
     * @param sign of its side
     * @param expected mean of the sign that was to come, between -1 and 1
     */
    double of(int sign, double lots, double expected) {
        return unit * (sign - expected) * StrictMath.pow(Math.min(LARGEST, lots / median), CONCAVITY);
    }

    /** Of one more part of a metaorder: in all the square root of what is done. */
    double ofPart(int sign, int done) {
        return unit * METAORDER * sign * (Math.sqrt(done + 1.0) - Math.sqrt(done));
    }
}
