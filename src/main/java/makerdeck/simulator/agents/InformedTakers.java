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

    private final AgentMarket pit;
    private final AgentSchedule shift;
    private final Fundamental fundamental;
    private final RandomDraws times;
    private final double rate;

    InformedTakers(
            AgentMarket pit, AgentSchedule shift, Fundamental fundamental, AgentParameters parameters, long seed) {
        this.pit = pit;
        this.shift = shift;
        this.fundamental = fundamental;
        this.times = new RandomDraws(seed, "informed times");
        this.rate = parameters.informedRate();
    }

    @Override
    public void run() {
        double value = fundamental.ticks(shift.now(), 0);
        double edge = value * EDGE;
        if (!pit.isEmpty(Side.ASK) && value - pit.best(Side.ASK) > edge) {
            pit.take(Side.BID, (long) Math.floor(value - edge), pit.steps(LOTS));
        } else if (!pit.isEmpty(Side.BID) && pit.best(Side.BID) - value > edge) {
            pit.take(Side.ASK, (long) Math.ceil(value + edge), pit.steps(LOTS));
        }
        shift.after(times.waitNanos(rate), this);
    }
}
