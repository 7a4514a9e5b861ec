package makerdeck.simulator.agents;

import makerdeck.domain.Side;
import makerdeck.simulator.floor.AgentMarket;
import makerdeck.simulator.matching.BookOrder;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.schedule.AgentSchedule;
import makerdeck.simulator.schedule.RandomDraws;
import org.jspecify.annotations.Nullable;

/** Quotes four levels a side around the fundamental, which it sees late, wider when it moves more. */
final class LiquidityProvider implements Runnable {

    private static final int LEVELS = 4;
    private static final double FIRST_LAG_NANOS = 20e6;

    private final AgentMarket market;
    private final AgentSchedule schedule;
    private final Fundamental fundamental;
    private final RandomDraws times;
    private final RandomDraws sizes;
    private final long lagNanos;
    private final double width;
    private final double spacing;
    private final double rate;
    private final @Nullable BookOrder[] quotes = new BookOrder[2 * LEVELS];

    /** The provider of a rank: the first is the fastest and tightest. */
    LiquidityProvider(
            int rank,
            AgentMarket market,
            AgentSchedule schedule,
            Fundamental fundamental,
            AgentParameters parameters,
            long seed) {
        this.market = market;
        this.schedule = schedule;
        this.fundamental = fundamental;
        this.times = new RandomDraws(seed, "provider " + rank + " times");
        this.sizes = new RandomDraws(seed, "provider " + rank + " sizes");
        this.lagNanos = (long) (FIRST_LAG_NANOS * StrictMath.pow(1.6, rank));
        this.width = 0.5 + 0.25 * rank;
        this.spacing = 1 + rank;
        this.rate = parameters.providerRate() / (1 + 0.3 * rank);
    }

    @Override
    public void run() {
        withdraw();
        double middle = fundamental.ticks(schedule.now(), lagNanos);
        double pip = AgentMarket.pip(middle);
        double half = Math.max(0.5 * pip, 0.8 * width * fundamental.volatility() * middle + 0.3 * pip);
        for (int level = 0; level < LEVELS; level++) {
            double distance = half + level * spacing * pip;
            double logMedian = 1 + 0.3 * level;
            quotes[2 * level] = market.rest(
                    Side.BID, (long) Math.floor(middle - distance), market.steps(sizes.logNormal(logMedian, 0.8)));
            quotes[2 * level + 1] = market.rest(
                    Side.ASK, (long) Math.ceil(middle + distance), market.steps(sizes.logNormal(logMedian, 0.8)));
        }
        schedule.after(times.waitNanos(rate), this);
    }

    void withdraw() {
        for (var quote : quotes) {
            market.withdraw(quote);
        }
    }
}
