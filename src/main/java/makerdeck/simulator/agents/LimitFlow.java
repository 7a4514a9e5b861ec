package makerdeck.simulator.agents;

import java.time.Duration;
import makerdeck.domain.Side;
import makerdeck.simulator.floor.AgentMarket;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.schedule.AgentSchedule;
import makerdeck.simulator.schedule.RandomDraws;

/**
 * Limit orders without a thought, placed all over the book and taken back after a while. Only a side that
 * was swept a moment ago does not fool them: what they give away is little against the price of then.
 */
final class LimitFlow implements Runnable {

    /** In seconds: who stands near the touch thinks again sooner, or the price would stick to such orders. */
    private static final double SHORTEST_MEAN_LIFE = 1;

    private static final double LIFE_PER_PIP = 1;
    private static final double LONGEST_MEAN_LIFE = 8;
    private static final double FARTHEST_PIPS = 300;
    private static final long SLOWNESS = Duration.ofMillis(500).toNanos();
    private static final double MOST_GIVEN_PIPS = 4;

    private final AgentMarket market;
    private final AgentSchedule schedule;
    private final Fundamental fundamental;
    private final RandomDraws draws;
    private final double rate;

    LimitFlow(
            AgentMarket market,
            AgentSchedule schedule,
            Fundamental fundamental,
            AgentParameters parameters,
            long seed) {
        this.market = market;
        this.schedule = schedule;
        this.fundamental = fundamental;
        this.draws = new RandomDraws(seed, "limit flow");
        this.rate = parameters.flowRate();
    }

    @Override
    public void run() {
        var side = draws.chance(0.5) ? Side.BID : Side.ASK;
        double pips = Math.min(FARTHEST_PIPS, draws.pareto(0.8));
        double lots = draws.logNormal(-0.3, 1.2);
        long life = draws.waitNanos(1 / Math.min(LONGEST_MEAN_LIFE, SHORTEST_MEAN_LIFE + pips * LIFE_PER_PIP));
        if (!market.isEmpty(side.opposite())) {
            long other = market.best(side.opposite());
            long distance = Math.max(1, (long) (pips * AgentMarket.pip(other)));
            var order = market.rest(side, sensible(side, other - side.sign() * distance), market.steps(lots));
            schedule.certainlyAfter(life, () -> market.withdraw(order));
        }
        schedule.after(draws.waitNanos(rate), this);
    }

    private long sensible(Side side, long price) {
        double then = fundamental.ticks(schedule.now(), SLOWNESS);
        long worst = Math.round(then + side.sign() * MOST_GIVEN_PIPS * AgentMarket.pip(then));
        return side == Side.BID ? Math.min(price, worst) : Math.max(price, worst);
    }
}
