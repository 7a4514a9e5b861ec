package makerdeck.simulator.agents;

import makerdeck.domain.Side;
import makerdeck.simulator.floor.AgentMarket;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.schedule.AgentSchedule;
import makerdeck.simulator.schedule.RandomDraws;

/**
 * Takers who know the fundamental and take what is nearly a basis point off it, the more the further.
 * Their sizes overlap everybody else's.
 */
final class InformedTakers implements Runnable {

    private static final double EDGE = 0.8e-4;
    private static final double LOG_MEDIAN = 0.4;
    private static final double SIZE_DEVIATION = 1.3;
    private static final double EAGERNESS = 1.5;

    private final AgentMarket market;
    private final AgentSchedule schedule;
    private final Fundamental fundamental;
    private final RandomDraws times;
    private final RandomDraws sizes;
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
        this.sizes = new RandomDraws(seed, "informed sizes");
        this.rate = parameters.informedRate();
    }

    @Override
    public void run() {
        double value = fundamental.ticks(schedule.now(), 0);
        double edge = value * EDGE;
        double luck = sizes.logNormal(LOG_MEDIAN, SIZE_DEVIATION);
        if (!market.isEmpty(Side.ASK) && value - market.best(Side.ASK) > edge) {
            market.take(Side.BID, (long) Math.floor(value - edge), steps(luck, value - market.best(Side.ASK), edge));
        } else if (!market.isEmpty(Side.BID) && market.best(Side.BID) - value > edge) {
            market.take(Side.ASK, (long) Math.ceil(value + edge), steps(luck, market.best(Side.BID) - value, edge));
        }
        schedule.after(times.waitNanos(rate), this);
    }

    private long steps(double lots, double off, double edge) {
        return market.steps(lots * StrictMath.pow(off / edge, EAGERNESS));
    }
}
