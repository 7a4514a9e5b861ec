package makerdeck.simulator.agents;

import makerdeck.domain.Side;
import makerdeck.simulator.floor.AgentMarket;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.schedule.AgentSchedule;
import makerdeck.simulator.schedule.RandomDraws;

/** Limit orders without a thought, placed all over the book and taken back after a while. */
final class LimitFlow implements Runnable {

    private static final double MEAN_LIFE_SECONDS = 8;
    private static final double FARTHEST_PIPS = 300;

    private final AgentMarket market;
    private final AgentSchedule schedule;
    private final RandomDraws draws;
    private final double rate;

    LimitFlow(AgentMarket market, AgentSchedule schedule, AgentParameters parameters, long seed) {
        this.market = market;
        this.schedule = schedule;
        this.draws = new RandomDraws(seed, "limit flow");
        this.rate = parameters.flowRate();
    }

    @Override
    public void run() {
        var side = draws.chance(0.5) ? Side.BID : Side.ASK;
        double pips = Math.min(FARTHEST_PIPS, draws.pareto(0.8));
        double lots = draws.logNormal(-0.3, 1.2);
        long life = draws.waitNanos(1 / MEAN_LIFE_SECONDS);
        if (!market.isEmpty(side.opposite())) {
            long other = market.best(side.opposite());
            long distance = Math.max(1, (long) (pips * AgentMarket.pip(other)));
            var order = market.rest(side, other - side.sign() * distance, market.steps(lots));
            schedule.certainlyAfter(life, () -> market.withdraw(order));
        }
        schedule.after(draws.waitNanos(rate), this);
    }
}
