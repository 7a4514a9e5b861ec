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
 * <p>A return is between the means of the mid over two seconds, not between two moments: a side that
 * somebody swept and that stands again a moment later is no move (pre-averaging, Jacod et al. 2009).
 * The means of a walk over seconds that begin t apart differ with a variance of t - 1/3.
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
    private static final double NANOS = 1e9;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double MINUTE = Candle.LENGTH.toSeconds();
    private static final double AVERAGED = 1 / 3.0;
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
    /** Of the second that runs: the mid times the seconds that it held, and how many seconds those are. */
    private double area;

    private double held;
    private Instant sampled = Instant.MIN;
    private double sample;

    public Volatility(BigDecimal tickSize) {
        this.tick = tickSize.doubleValue();
    }

    /** Learns from past minutes, oldest first, so that the first estimate does not have to wait. */
    public void warmUp(List<Candle> minutes) {
        if (minutes.isEmpty()) {
            return;
        }
        for (double variance : PastMinutes.variances(minutes, tick)) {
            slow.add(variance, MINUTE);
            seen += MINUTE;
        }
        // The last minute alone says too little to begin with.
        fast.begin(slow.mean());
        var end = minutes.get(minutes.size() - 1).end();
        percentPerDay().ifPresent(percent -> watch.update(end, percent));
    }

    /** Takes the mid as it is now: at every change, and at least once a second while the book is live. */
    public void update(Instant at, BigDecimal price) {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("mid must be positive, was " + price.toPlainString());
        }
        if (updated.equals(Instant.MIN) || Duration.between(updated, at).abs().compareTo(GAP) > 0) {
            restart(at);
        }
        while (!due.isAfter(at)) {
            hold(due);
            tick(due);
        }
        hold(at);
        mid = price.doubleValue();
    }

    private void restart(Instant at) {
        sampled = Instant.MIN;
        area = 0;
        held = 0;
        updated = at;
        due = Instant.ofEpochSecond(at.getEpochSecond() + 1);
    }

    /** The mid was what it is until then; what is told a moment late counts from now on. */
    private void hold(Instant until) {
        double seconds =
                until.getEpochSecond() - updated.getEpochSecond() + (until.getNano() - updated.getNano()) / NANOS;
        if (seconds > 0) {
            area += mid * seconds;
            held += seconds;
            updated = until;
        }
    }

    private void tick(Instant second) {
        due = second.plusSeconds(1);
        double mean = area / held;
        area = 0;
        held = 0;
        if (sampled.equals(Instant.MIN)) {
            sampled = second;
            sample = mean;
            return;
        }
        long step = step();
        double usual = Math.max(TICKS_PER_STEP * tick, Math.sqrt(variance() * step) * sample);
        if (second.getEpochSecond() % step == 0 || Math.abs(mean - sample) >= RUNS * usual) {
            take(second, mean);
        }
    }

    private void take(Instant at, double mean) {
        double seconds = Duration.between(sampled, at).toSeconds();
        double change = Math.log(mean / sample);
        learn(change * change / (seconds - AVERAGED), seconds, mean);
        sampled = at;
        sample = mean;
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
