package makerdeck.strategy.signals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import makerdeck.domain.Candle;

/**
 * How much the mid moves, in % per day: rises at once, decays slowly. Engine thread only.
 *
 * <p>Two averages of squared log returns on a fixed clock, half-lives 60 s and 30 min; the larger
 * one counts. No return is taken across more than 5 s without an update.
 *
 * <p>While the fast average is below it, the slow one forgets six times as fast, with a half-life of
 * 5 min: a quiet minute does not narrow the quotes, but an hour that moved four times as much is
 * forgotten within half an hour. At 30 min that took three hours.
 */
public final class Volatility {

    private static final double FAST = 60;
    private static final double SLOW = 1800;
    private static final double FORGETTING = 6;
    private static final double OUTLIER = 6;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double MINUTE = Candle.LENGTH.toSeconds();
    private static final double PARKINSON = 4 * Math.log(2);
    private static final long[] STEPS = {1, 2, 5, 10, 30};
    private static final double TICKS_PER_STEP = 2;
    /** So many usual steps at once are not waited out: a market that wakes up is not looked at every 30 s only. */
    private static final double RUNS = 3;

    private static final Duration GAP = Duration.ofSeconds(5);
    /** Seconds seen before the estimate is worth showing. */
    private static final double ENOUGH = 60;

    private final double tick;

    // Engine thread only.
    private final Average fast = new Average(FAST);
    private final Average slow = new Average(SLOW);
    private final RegimeWatch watch = new RegimeWatch();
    private double seen;
    private Instant updated = Instant.MIN;
    private Instant due = Instant.MIN;
    private double mid;
    private Instant sampled = Instant.MIN;
    private double sample;

    public Volatility(BigDecimal tickSize) {
        this.tick = tickSize.doubleValue();
    }

    /** Learns from past minutes, oldest first, so that the first estimate does not have to wait. */
    public void warmUp(List<Candle> minutes) {
        for (var minute : minutes) {
            double low = minute.low().doubleValue();
            double range = Math.log(minute.high().doubleValue() / low);
            learn(range * range / PARKINSON / MINUTE, MINUTE, low);
            percentPerDay().ifPresent(percent -> watch.update(minute.end(), percent));
        }
    }

    /** Takes the mid as it is now: at every change, and at least once a second while the book is live. */
    public void update(Instant at, BigDecimal price) {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("mid must be positive, was " + price.toPlainString());
        }
        if (updated.equals(Instant.MIN) || Duration.between(updated, at).compareTo(GAP) > 0) {
            restart(at, price.doubleValue());
        }
        while (due.isBefore(at)) {
            tick(due);
        }
        mid = price.doubleValue();
        updated = at;
        if (due.equals(at)) {
            tick(due);
        }
    }

    private void restart(Instant at, double price) {
        sampled = at;
        sample = price;
        due = Instant.ofEpochSecond(at.getEpochSecond() + 1);
    }

    private void tick(Instant second) {
        due = second.plusSeconds(1);
        long step = step();
        double usual = Math.max(TICKS_PER_STEP * tick, Math.sqrt(variance() * step) * sample);
        if (second.getEpochSecond() % step == 0 || Math.abs(mid - sample) >= RUNS * usual) {
            take(second);
        }
    }

    private void take(Instant at) {
        double seconds = Duration.between(sampled, at).toNanos() / 1e9;
        double change = Math.log(mid / sample);
        learn(change * change / seconds, seconds, mid);
        sampled = at;
        sample = mid;
        percentPerDay().ifPresent(percent -> watch.update(at, percent));
    }

    private void learn(double variance, double seconds, double price) {
        // Judged before it learns: a small return must not weigh more for being small.
        boolean isFalling = fast.mean() < slow.mean();
        fast.add(variance, seconds);
        slow.add(Math.min(variance, highest(seconds, price)), isFalling ? FORGETTING * seconds : seconds);
        seen += seconds;
    }

    /** Six deviations of what was usual so far, but never less than the two ticks a step is meant to see. */
    private double highest(double seconds, double price) {
        if (seen < ENOUGH) {
            return Double.MAX_VALUE;
        }
        double grain = TICKS_PER_STEP * tick / price;
        return Math.max(OUTLIER * OUTLIER * slow.mean(), grain * grain / seconds);
    }

    /** Seconds between samples: the shortest in which the mid usually moves two ticks. */
    private long step() {
        double variance = variance();
        for (long step : STEPS) {
            if (Math.sqrt(variance * step) * sample >= TICKS_PER_STEP * tick) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private double variance() {
        return Math.max(fast.mean(), slow.mean());
    }

    /** The estimate in % per day; empty while warming up. */
    public OptionalDouble percentPerDay() {
        return seen < ENOUGH
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * Math.sqrt(variance() * SECONDS_PER_DAY));
    }

    /** The regime, steadied; empty while warming up. */
    public Optional<Regime> regime() {
        return watch.regime();
    }
}
