package makerdeck.simulator.agents;

import makerdeck.domain.Side;
import makerdeck.simulator.floor.AgentMarket;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.schedule.AgentSchedule;
import makerdeck.simulator.schedule.RandomDraws;

/**
 * Careless takers who come at fairly even intervals and buy or sell whatever rests within 12 to 21
 * basis points of the touch: they make sure that somebody who watches sees fills.
 */
final class SporadicTraders implements Runnable {

    private static final double NEAREST_PIPS = 18;
    private static final double FARTHEST_PIPS = 31;
    private static final double EVENNESS = 1 / 3.0;

    private final AgentMarket market;
    private final AgentSchedule schedule;
    private final RandomDraws draws;
    private final double meanWaitNanos;

    SporadicTraders(AgentMarket market, AgentSchedule schedule, AgentParameters parameters, long seed) {
        this.market = market;
        this.schedule = schedule;
        this.draws = new RandomDraws(seed, "visitors");
        this.meanWaitNanos = 1e9 / parameters.visitRate();
    }

    @Override
    public void run() {
        var side = draws.chance(0.5) ? Side.BID : Side.ASK;
        double pips = draws.between(NEAREST_PIPS, FARTHEST_PIPS);
        var resting = side.opposite();
        if (!market.isEmpty(resting)) {
            long best = market.best(resting);
            long limit = best + side.sign() * (long) (pips * AgentMarket.pip(best));
            market.take(side, limit, market.depth(resting, limit));
        }
        schedule.after((long) (meanWaitNanos * draws.between(1 - EVENNESS, 1 + EVENNESS)), this);
    }
}
