package makerdeck.simulator.agents;

import makerdeck.domain.Side;
import makerdeck.simulator.floor.AgentMarket;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.schedule.AgentSchedule;
import makerdeck.simulator.schedule.RandomDraws;

/** Takers who know the fundamental and take whatever is more than a basis point off it. */
final class InformedTakers implements Runnable {

    private static final double EDGE = 1e-4;
    private static final double LOTS = 5;

    private final AgentMarket market;
    private final AgentSchedule schedule;
    private final Fundamental fundamental;
    private final RandomDraws times;
    private final double rate;

    InformedTakers(
            AgentMarket market,
            AgentSchedule schedule,
            Fundamental fundamental,
            AgentParameters parameters,
            long seed) {
        this.market = market;
        this.schedule = schedule;
        this.fundamental = fundamental;
        this.times = new RandomDraws(seed, "informed times");
        this.rate = parameters.informedRate();
    }

    @Override
    public void run() {
        double value = fundamental.ticks(schedule.now(), 0);
        double edge = value * EDGE;
        if (!market.isEmpty(Side.ASK) && value - market.best(Side.ASK) > edge) {
            market.take(Side.BID, (long) Math.floor(value - edge), market.steps(LOTS));
        } else if (!market.isEmpty(Side.BID) && market.best(Side.BID) - value > edge) {
            market.take(Side.ASK, (long) Math.ceil(value + edge), market.steps(LOTS));
        }
        schedule.after(times.waitNanos(rate), this);
    }
}
