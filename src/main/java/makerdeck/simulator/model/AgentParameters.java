package makerdeck.simulator.model;

/**
 * How lively the simulated traders are. Rates are per second.
 *
 * @param volatility of the fundamental, as a fraction per square root of a day
 * @param providerRate re-quotes of the fastest liquidity provider
 * @param flowRate new limit orders of the zero-intelligence flow
 * @param noiseRate first-generation noise takers; each causes 1.5 more
 * @param noiseMedian median size of a noise taker, in lots
 * @param metaorderRate large orders begun that are worked over minutes
 * @param visitRate visitors who sweep one side of the book
 * @param informedRate looks of the informed takers
 */
public record AgentParameters(
        double volatility,
        double providerRate,
        double flowRate,
        double noiseRate,
        double noiseMedian,
        double metaorderRate,
        double visitRate,
        double informedRate,
        Journey journey) {

    /** What the fundamental does besides its random walk. */
    public enum Journey {
        NONE,
        TREND,
        CRASH
    }

    static final AgentParameters NORMAL = new AgentParameters(0.035, 4, 20, 0.6, 1, 0.022, 0, 10, Journey.NONE);

    static final AgentParameters CALM = new AgentParameters(0.015, 4, 20, 0.6, 0.5, 0.015, 0, 10, Journey.NONE);

    static final AgentParameters WILD = new AgentParameters(0.08, 4, 20, 0.6, 1.6, 0.034, 0, 10, Journey.NONE);

    static final AgentParameters DEAD = new AgentParameters(0.005, 0.2, 0.5, 0.4 / 60, 0.5, 0.5e-4, 0, 0, Journey.NONE);

    static final AgentParameters DEMO = new AgentParameters(0.03, 12, 20, 0.6, 1, 0.022, 1 / 20.0, 10, Journey.NONE);

    AgentParameters with(Journey other) {
        return new AgentParameters(
                volatility,
                providerRate,
                flowRate,
                noiseRate,
                noiseMedian,
                metaorderRate,
                visitRate,
                informedRate,
                other);
    }
}
