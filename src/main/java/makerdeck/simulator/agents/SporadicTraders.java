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

    private final AgentMarket pit;
    private final AgentSchedule shift;
    private final RandomDraws draws;
    private final double meanWaitNanos;

    SporadicTraders(AgentMarket pit, AgentSchedule shift, AgentParameters parameters, long seed) {
        this.pit = pit;
        this.shift = shift;
        this.draws = new RandomDraws(seed, "visitors");
        this.meanWaitNanos = 1e9 / parameters.visitRate();
    }

    @Override
    public void run() {
        var side = draws.chance(0.5) ? Side.BID : Side.ASK;
        double pips = draws.between(NEAREST_PIPS, FARTHEST_PIPS);
        var resting = side.opposite();
        if (!pit.isEmpty(resting)) {
            long best = pit.best(resting);
            long limit = best + side.sign() * (long) (pips * AgentMarket.pip(best));
            pit.take(side, limit, pit.depth(resting, limit));
        }
        shift.after((long) (meanWaitNanos * draws.between(1 - EVENNESS, 1 + EVENNESS)), this);
    }
}
