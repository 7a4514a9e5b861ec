package makerdeck.simulator;

import makerdeck.domain.Side;

/**
 * Careless takers who come at fairly even intervals and buy or sell whatever rests within 12 to 21
 * basis points of the touch: they make sure that somebody who watches sees fills.
 */
final class Visitors implements Runnable {

    private static final double NEAREST_PIPS = 18;
    private static final double FARTHEST_PIPS = 31;
    private static final double EVENNESS = 1 / 3.0;

    private final Pit pit;
    private final Shift shift;
    private final Draws draws;
    private final double meanWaitNanos;

    Visitors(Pit pit, Shift shift, AgentParameters parameters, long seed) {
        this.pit = pit;
        this.shift = shift;
        this.draws = new Draws(seed, "visitors");
        this.meanWaitNanos = 1e9 / parameters.visitRate();
    }

    @Override
    public void run() {
        var side = draws.chance(0.5) ? Side.BID : Side.ASK;
        double pips = draws.between(NEAREST_PIPS, FARTHEST_PIPS);
        var resting = side.opposite();
        if (!pit.isEmpty(resting)) {
            long best = pit.best(resting);
            long limit = best + side.sign() * (long) (pips * Pit.pip(best));
            pit.take(side, limit, pit.depth(resting, limit));
        }
        shift.after((long) (meanWaitNanos * draws.between(1 - EVENNESS, 1 + EVENNESS)), this);
    }
}
