package makerdeck.simulator;

import makerdeck.domain.Side;

/** Limit orders without a thought, placed all over the book and taken back after a while. */
final class LimitFlow implements Runnable {

    private static final double MEAN_LIFE_SECONDS = 8;
    private static final double FARTHEST_PIPS = 300;

    private final Pit pit;
    private final Shift shift;
    private final Draws draws;
    private final double rate;

    LimitFlow(Pit pit, Shift shift, AgentParameters parameters, long seed) {
        this.pit = pit;
        this.shift = shift;
        this.draws = new Draws(seed, "limit flow");
        this.rate = parameters.flowRate();
    }

    @Override
    public void run() {
        var side = draws.chance(0.5) ? Side.BID : Side.ASK;
        double pips = Math.min(FARTHEST_PIPS, draws.pareto(0.8));
        double lots = draws.logNormal(-0.3, 1.2);
        long life = draws.waitNanos(1 / MEAN_LIFE_SECONDS);
        if (!pit.isEmpty(side.opposite())) {
            long other = pit.best(side.opposite());
            long distance = Math.max(1, (long) (pips * Pit.pip(other)));
            var order = pit.rest(side, other - side.sign() * distance, pit.steps(lots));
            shift.certainlyAfter(life, () -> pit.withdraw(order));
        }
        shift.after(draws.waitNanos(rate), this);
    }
}
