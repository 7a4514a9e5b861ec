package makerdeck.strategy.signals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import makerdeck.strategy.quoting.Guard;

/** Fills of one side in quick succession, and the widening they ask for. */
final class FillRun {

    private static final int MANY = 3;
    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final double STEP = 1.5;
    private static final double WIDEST = 4;
    private static final double HALF_LIFE = 30;
    /** So little more than 1 is not seen and not quoted. */
    private static final double NOTHING = 0.005;

    // Engine thread only.
    private final Deque<Instant> recent = new ArrayDeque<>();
    private double widened = 1;
    private Instant since = Instant.EPOCH;

    void add(Instant at) {
        recent.addLast(at);
        while (recent.getFirst().isBefore(at.minus(QUICK))) {
            recent.removeFirst();
        }
        if (recent.size() >= MANY) {
            widened = Math.min(WIDEST, factor(at) * STEP);
            since = at;
        }
    }

    /** 1 when nothing happened lately; what is over 1 halves every 30 s, until it is next to nothing. */
    private double factor(Instant now) {
        double seconds = Duration.between(since, now).toMillis() / 1000.0;
        double over = (widened - 1) * Math.pow(0.5, seconds / HALF_LIFE);
        return over < NOTHING ? 1 : 1 + over;
    }

    Guard guard(Instant now) {
        double factor = factor(now);
        if (factor == 1) {
            return Guard.NONE;
        }
        double seconds = HALF_LIFE * Math.log((factor - 1) / NOTHING) / Math.log(2);
        return Guard.fills(
                new BigDecimal(factor, MathContext.DECIMAL32), Duration.ofMillis((long) Math.ceil(seconds * 1000)));
    }
}
