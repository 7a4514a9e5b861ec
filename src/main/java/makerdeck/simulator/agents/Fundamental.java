package makerdeck.simulator.agents;

import java.time.Duration;
import java.util.Arrays;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.schedule.RandomDraws;

/**
 * The hidden price that everybody is after: a random walk in steps of 10 ms with a volatility that
 * wanders, and jumps. It looks at nothing but its own random numbers.
 */
final class Fundamental {

    private static final long STEP = Duration.ofMillis(10).toNanos();
    private static final double STEP_SECONDS = 0.01;
    private static final int KEPT = 64;
    private static final double WANDER_TAU = 600;
    private static final double WANDER = 0.6;
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

    /** A walk that begins then and passes the settings' start price at their start. */
    static Fundamental through(ExchangeSettings settings, long beginNanos, AgentParameters parameters) {
        var rehearsal = new Fundamental(settings, beginNanos, parameters, 0);
        rehearsal.advanceTo(settings.startNanos());
        double startPrice = settings.startPrice().doubleValue();
        return new Fundamental(settings, beginNanos, parameters, StrictMath.log(startPrice) - rehearsal.walk);
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
        logVolatility = WANDER * WANDER;
    }

    /** The price as somebody sees it who is so much behind, in (fractional) ticks. */
    double ticks(long nowNanos, long behindNanos) {
        advanceTo(nowNanos);
        long back = Math.min(KEPT - 1, behindNanos / STEP);
        return StrictMath.exp(logPrices[(int) ((steps - back) & (KEPT - 1))]) / tick;
    }

    /** Standard deviation of the next second's log return. */
    double volatility() {
        return sigmaSecond * StrictMath.exp(logVolatility);
    }

    private void advanceTo(long nowNanos) {
        while (beginNanos + (steps + 1) * STEP <= nowNanos) {
            step();
        }
    }

    private void step() {
        logVolatility += -logVolatility * STEP_SECONDS / WANDER_TAU
                + WANDER * Math.sqrt(2 * STEP_SECONDS / WANDER_TAU) * draws.gaussian();
        double sigma = sigmaSecond * StrictMath.exp(logVolatility - WANDER * WANDER);
        walk += sigma * Math.sqrt(STEP_SECONDS) * draws.gaussian();
        if (draws.chance(STEP_SECONDS / JUMP_EVERY)) {
            walk += (draws.chance(0.5) ? 1 : -1) * JUMP_SIGMAS * sigmaSecond;
        }
        steps++;
        logPrices[(int) (steps & (KEPT - 1))] = walk + drift.at(beginNanos + steps * STEP);
    }
}
