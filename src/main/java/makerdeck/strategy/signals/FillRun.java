package makerdeck.strategy.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Fills of one side in quick succession, and the widening they ask for. */
final class FillRun {

    private static final int MANY = 3;
    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final double STEP = 1.5;
    private static final double WIDEST = 4;
    private static final double HALF_LIFE = 30;

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

    /** 1 when nothing happened lately; what is over 1 halves every 30 s. */
    double factor(Instant now) {
        double seconds = Duration.between(since, now).toMillis() / 1000.0;
        return 1 + (widened - 1) * Math.pow(0.5, seconds / HALF_LIFE);
    }
}
