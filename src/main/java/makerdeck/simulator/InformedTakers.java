package makerdeck.simulator;

import makerdeck.domain.Side;

/** Takers who know the fundamental and take whatever is more than a basis point off it. */
final class InformedTakers implements Runnable {

    private static final double EDGE = 1e-4;
    private static final double LOTS = 5;

    private final Pit pit;
    private final Shift shift;
    private final Fundamental fundamental;
    private final Draws times;
    private final double rate;

    InformedTakers(Pit pit, Shift shift, Fundamental fundamental, AgentParameters parameters, long seed) {
        this.pit = pit;
        this.shift = shift;
        this.fundamental = fundamental;
        this.times = new Draws(seed, "informed times");
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
