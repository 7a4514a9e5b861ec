package makerdeck.simulator.agents;

import makerdeck.domain.Side;
import makerdeck.simulator.floor.AgentMarket;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.schedule.AgentSchedule;
import makerdeck.simulator.schedule.RandomDraws;

/**
 * Takers without information: they come in bursts (a Hawkes process, by thinning), split large orders
 * into runs on one side, and never take more than a share of what is near the touch.
 */
final class NoiseTakers implements Runnable {

    private static final double BRANCHING = 0.6;
    private static final double DECAY_PER_SECOND = 1;
    private static final double RUN_EXPONENT = 1.5;
    private static final int LONGEST_RUN = 400;
    private static final double LOYALTY = 0.85;
    private static final double SIZE_DEVIATION = 2.2;
    private static final double NEAR_PIPS = 15;
    private static final double FARTHEST_PIPS = 30;

    private final AgentMarket market;
    private final AgentSchedule schedule;
    private final AgentParameters parameters;
    private final RandomDraws times;
    private final RandomDraws sides;
    private final RandomDraws sizes;
    private double excitement;
    private double ceiling;
    private long lastLook;
    private Side runSide = Side.BID;
    private int runLeft;

    NoiseTakers(AgentMarket market, AgentSchedule schedule, AgentParameters parameters, long seed) {
        this.market = market;
        this.schedule = schedule;
        this.parameters = parameters;
        this.times = new RandomDraws(seed, "noise times");
        this.sides = new RandomDraws(seed, "noise sides");
        this.sizes = new RandomDraws(seed, "noise sizes");
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
            take(nextSide(), sizes.logNormal(StrictMath.log(parameters.noiseMedian()), SIZE_DEVIATION));
        }
        lookAgain();
    }

    /** Between two takers the rate only falls, so its present value is the ceiling. */
    private void lookAgain() {
        ceiling = parameters.noiseRate() + excitement;
        schedule.after(times.waitNanos(ceiling), this);
    }

    private Side nextSide() {
        if (runLeft == 0) {
            runLeft = (int) Math.min(LONGEST_RUN, sides.pareto(RUN_EXPONENT));
            runSide = sides.chance(0.5) ? Side.BID : Side.ASK;
        }
        runLeft--;
        return sides.chance(LOYALTY) ? runSide : runSide.opposite();
    }

    private void take(Side side, double lots) {
        var resting = side.opposite();
        if (market.isEmpty(resting)) {
            return;
        }
        long best = market.best(resting);
        double pip = AgentMarket.pip(best);
        long near = market.depth(resting, best + side.sign() * (long) (NEAR_PIPS * pip));
        long most = Math.max(1, (long) (parameters.noiseShare() * near));
        long limit = Math.max(1, best + side.sign() * (long) (FARTHEST_PIPS * pip));
        market.take(side, limit, Math.min(market.steps(lots), most));
    }
}
