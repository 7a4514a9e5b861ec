package makerdeck.simulator.agents;

import makerdeck.domain.Side;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.schedule.AgentSchedule;
import makerdeck.simulator.schedule.RandomDraws;

/**
 * Large orders that are worked in small parts over minutes. A few are under way at any time, so that the
 * sides of takers are alike for long; the price gives way with the square root of what is done.
 */
final class Metaorders implements Runnable {

    private static final double FEWEST_PARTS = 15;
    private static final double MOST_PARTS = 200;
    private static final double PARTS_EXPONENT = 1.5;
    private static final double SIZE_DEVIATION = 1.2;
    private static final double REACH_PIPS = 3;

    private final AgentSchedule schedule;
    private final Fundamental fundamental;
    private final Takings takings;
    private final Impact impact;
    private final RandomDraws times;
    private final RandomDraws draws;
    private final double rate;
    private final double partSeconds;
    private final double logMedian;

    Metaorders(
            AgentSchedule schedule, Fundamental fundamental, Takings takings, AgentParameters parameters, long seed) {
        this.schedule = schedule;
        this.fundamental = fundamental;
        this.takings = takings;
        this.impact = new Impact(parameters);
        this.times = new RandomDraws(seed, "metaorder times");
        this.draws = new RandomDraws(seed, "metaorders");
        this.rate = parameters.metaorderRate();
        this.partSeconds = parameters.partSeconds();
        this.logMedian = StrictMath.log(2 * parameters.noiseMedian());
    }

    @Override
    public void run() {
        var side = draws.chance(0.5) ? Side.BID : Side.ASK;
        int parts = (int) Math.min(MOST_PARTS, FEWEST_PARTS * draws.pareto(PARTS_EXPONENT));
        work(side, 0, parts);
        schedule.after(times.waitNanos(rate), this);
    }

    private void work(Side side, int done, int parts) {
        double lots = draws.logNormal(logMedian, SIZE_DEVIATION);
        takings.take(side, fundamental.beyond(schedule.now(), side, REACH_PIPS), lots);
        fundamental.push(schedule.now(), impact.ofPart(side.sign(), done));
        if (done + 1 < parts) {
            schedule.after(times.waitNanos(1 / partSeconds), () -> work(side, done + 1, parts));
        }
    }
}
