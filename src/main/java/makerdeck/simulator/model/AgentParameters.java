package makerdeck.simulator.model;

/**
 * How lively the simulated traders are. Rates are per second.
 *
 * @param volatility of the fundamental, as a fraction per square root of a day
 * @param providerRate re-quotes of the fastest liquidity provider
 * @param flowRate new limit orders of the zero-intelligence flow
 * @param noiseRate first-generation noise takers; each causes 1.5 more
 * @param noiseMedian median size of a noise taker, in lots
 * @param runExponent of the lengths of noise takers' runs on one side, which have a Pareto tail: the smaller the longer
 * @param metaorderRate large orders begun that are worked over minutes
 * @param partSeconds mean time between two parts of such an order
 * @param visitRate visitors who sweep one side of the book
 * @param informedRate looks of the informed takers
 */
public record AgentParameters(
        double volatility,
        double providerRate,
        double flowRate,
        double noiseRate,
        double noiseMedian,
        double runExponent,
        double metaorderRate,
        double partSeconds,
        double visitRate,
        double informedRate,
        Journey journey) {

    /** What the fundamental does besides its random walk. */
    public enum Journey {
        NONE,
        TREND,
        CRASH
    }

    static final AgentParameters NORMAL = new AgentParameters(0.035, 4, 20, 0.6, 1, 1.8, 0.022, 3, 0, 10, Journey.NONE);

    static final AgentParameters CALM = new AgentParameters(0.015, 4, 20, 0.6, 0.5, 1.8, 0.015, 3, 0, 10, Journey.NONE);

    /** Many act on news there and hide what the others do: only who keeps to a side for long is seen after 50 orders. */
    static final AgentParameters WILD =
            new AgentParameters(0.08, 4, 20, 0.6, 1.6, 1.15, 0.034, 1.3, 0, 10, Journey.NONE);

    static final AgentParameters DEAD =
            new AgentParameters(0.005, 0.2, 0.5, 0.4 / 60, 0.5, 1.8, 0.5e-4, 3, 0, 0, Journey.NONE);

    static final AgentParameters DEMO =
            new AgentParameters(0.03, 12, 20, 0.6, 1, 1.8, 0.022, 3, 1 / 20.0, 10, Journey.NONE);

    AgentParameters with(Journey other) {
        return new AgentParameters(
                volatility,
                providerRate,
                flowRate,
                noiseRate,
                noiseMedian,
                runExponent,
                metaorderRate,
                partSeconds,
                visitRate,
                informedRate,
                other);
    }
}
