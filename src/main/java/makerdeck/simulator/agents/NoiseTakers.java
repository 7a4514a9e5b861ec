package makerdeck.simulator.agents;

import makerdeck.domain.Side;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.schedule.AgentSchedule;
import makerdeck.simulator.schedule.RandomDraws;

/**
 * Takers who come in bursts (a Hawkes process, by thinning) and in runs on one side. How far into the
 * book they go has a tail.
 */
final class NoiseTakers implements Runnable {

    private static final double BRANCHING = 0.6;
    /** Orders that come of one of the first generation, itself included. */
    static final double OFFSPRING = 1 / (1 - BRANCHING);

    private static final double DECAY_PER_SECOND = 1;
    private static final int LONGEST_RUN = 400;
    private static final double LOYALTY = 0.95;
    private static final double SIZE_DEVIATION = 2.2;
    /** In pips from the fundamental: who finds the book swept does not pay any price. */
    private static final double SHORTEST_REACH = 6;

    private static final double REACH_EXPONENT = 2.4;
    private static final double LONGEST_REACH = 36;

    private final AgentSchedule schedule;
    private final Fundamental fundamental;
    private final Takings takings;
    private final Impact impact;
    private final AgentParameters parameters;
    private final RandomDraws times;
    private final RandomDraws sides;
    private final RandomDraws sizes;
    private final RandomDraws reaches;
    private double excitement;
    private double ceiling;
    private long lastLook;
    private Side runSide = Side.BID;
    private int runLeft;

    NoiseTakers(
            AgentSchedule schedule, Fundamental fundamental, Takings takings, AgentParameters parameters, long seed) {
        this.schedule = schedule;
        this.fundamental = fundamental;
        this.takings = takings;
        this.impact = new Impact(parameters);
        this.parameters = parameters;
        this.times = new RandomDraws(seed, "noise times");
        this.sides = new RandomDraws(seed, "noise sides");
        this.sizes = new RandomDraws(seed, "noise sizes");
        this.reaches = new RandomDraws(seed, "noise reaches");
        this.lastLook = schedule.now();
        this.ceiling = parameters.noiseRate();
    }

    @Override
    public void run() {
        double seconds = (schedule.now() - lastLook) / 1e9;
        lastLook = schedule.now();
        excitement *= StrictMath.exp(-DECAY_PER_SECOND * seconds);
        if (times.chance((parameters.noiseRate() + excitement) / ceiling)) {
            excitement += BRANCHING * DECAY_PER_SECOND;
            take();
        }
        lookAgain();
    }

    /** Between two takers the rate only falls, so its present value is the ceiling. */
    private void lookAgain() {
        ceiling = parameters.noiseRate() + excitement;
        schedule.after(times.waitNanos(ceiling), this);
    }

    private void take() {
        double expected = runLeft == 0 ? 0 : runSide.sign() * (2 * LOYALTY - 1);
        var side = nextSide();
        double lots = sizes.logNormal(StrictMath.log(parameters.noiseMedian()), SIZE_DEVIATION);
        double reach = Math.min(LONGEST_REACH, SHORTEST_REACH * reaches.pareto(REACH_EXPONENT));
        takings.take(side, fundamental.beyond(schedule.now(), side, reach), lots);
        fundamental.push(schedule.now(), impact.of(side.sign(), lots, expected));
    }

    private Side nextSide() {
        if (runLeft == 0) {
            runLeft = (int) Math.min(LONGEST_RUN, sides.pareto(parameters.runExponent()));
            runSide = sides.chance(0.5) ? Side.BID : Side.ASK;
        }
        runLeft--;
        return sides.chance(LOYALTY) ? runSide : runSide.opposite();
    }
}
