package makerdeck.simulator.agents;

import java.time.Duration;
import java.util.Arrays;
import makerdeck.domain.Side;
import makerdeck.simulator.floor.AgentMarket;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.schedule.RandomDraws;

/**
 * The hidden price that everybody is after: a random walk in steps of 10 ms with a volatility that
 * wanders, and jumps; and it gives way to the orders of takers who come whatever the book looks like. An
 * account's order leaves no trace in it.
 */
final class Fundamental {

    private static final long STEP = Duration.ofMillis(10).toNanos();
    private static final double STEP_SECONDS = 0.01;
    private static final int KEPT = 64;
    private static final double WANDER_TAU = 600;
    private static final double WANDER = 0.65;
    /** Where it moves as much as on average over time. */
    private static final double USUAL = WANDER * WANDER;
    /** What the orders of takers do not move. */
    private static final double OWN = Math.sqrt(1 - Impact.LONG_RUN_SHARE);

    private static final double JUMP_EVERY = 300;
    private static final double JUMP_SIGMAS = 6;

    private final double tick;
    private final RandomDraws draws;
    private final RandomDraws turns;
    private final double[] logPrices = new double[KEPT];
    private long steps;
    private final long beginNanos;
    private double sigmaSecond;
    private PriceDrift drift;
    private double walk;
    private double logVolatility;

    /** How the orders of takers move it from its begin to the settings' start. */
    interface Rehearsal {
        void play(Fundamental alone);
    }

    /** A walk that begins then and passes the settings' start price at their start. */
    static Fundamental through(
            ExchangeSettings settings, long beginNanos, AgentParameters parameters, Rehearsal rehearsal) {
        var alone = new Fundamental(settings, beginNanos, parameters, 0);
        rehearsal.play(alone);
        alone.advanceTo(settings.startNanos());
        double startPrice = settings.startPrice().doubleValue();
        return new Fundamental(settings, beginNanos, parameters, StrictMath.log(startPrice) - alone.walk);
    }

    private Fundamental(
            ExchangeSettings settings, long beginNanos, AgentParameters parameters, double logPriceAtBegin) {
        this.tick = settings.market().rules().tickSize().doubleValue();
        this.sigmaSecond = perSecond(parameters);
        this.draws = new RandomDraws(settings.seed(), "fundamental");
        this.turns = new RandomDraws(settings.seed(), "journey");
        this.drift = new PriceDrift(parameters.journey(), turns, settings.startNanos());
        this.beginNanos = beginNanos;
        this.walk = logPriceAtBegin;
        this.logVolatility = USUAL;
        Arrays.fill(logPrices, logPriceAtBegin);
    }

    private static double perSecond(AgentParameters parameters) {
        return parameters.volatility() / Math.sqrt(86_400);
    }

    /** Goes on from where it is in another way, and for a start just as lively as that way is on average. */
    void become(long nowNanos, AgentParameters parameters) {
        advanceTo(nowNanos);
        walk += drift.at(nowNanos);
        drift = new PriceDrift(parameters.journey(), turns, nowNanos);
        sigmaSecond = perSecond(parameters);
        logVolatility = USUAL;
    }

    /** The price as somebody sees it who is so much behind, in (fractional) ticks. */
    double ticks(long nowNanos, long behindNanos) {
        advanceTo(nowNanos);
        long back = Math.min(KEPT - 1, behindNanos / STEP);
        return StrictMath.exp(logPrices[(int) ((steps - back) & (KEPT - 1))]) / tick;
    }

    /** The price so many pips beyond it, to which somebody of a side goes. */
    long beyond(long nowNanos, Side side, double pips) {
        double value = ticks(nowNanos, 0);
        return Math.max(1, Math.round(value + side.sign() * pips * AgentMarket.pip(value)));
    }

    /** Standard deviation of the next second's log return. */
    double volatility() {
        return sigmaSecond * StrictMath.exp(logVolatility);
    }

    private double now() {
        return sigmaSecond * StrictMath.exp(logVolatility - USUAL);
    }

    /** Somebody's order moves it for good, by so many deviations of one second as it moves now. */
    void push(long nowNanos, double deviations) {
        advanceTo(nowNanos);
        walk += deviations * now();
    }

    private void advanceTo(long nowNanos) {
        while (beginNanos + (steps + 1) * STEP <= nowNanos) {
            step();
        }
    }

    private void step() {
        logVolatility += -logVolatility * STEP_SECONDS / WANDER_TAU
                + WANDER * Math.sqrt(2 * STEP_SECONDS / WANDER_TAU) * draws.gaussian();
        walk += OWN * now() * Math.sqrt(STEP_SECONDS) * draws.gaussian();
        if (draws.chance(STEP_SECONDS / JUMP_EVERY)) {
            walk += (draws.chance(0.5) ? 1 : -1) * JUMP_SIGMAS * sigmaSecond;
        }
        steps++;
        logPrices[(int) (steps & (KEPT - 1))] = walk + drift.at(beginNanos + steps * STEP);
    }
}
