package makerdeck.engine.orders;

import java.time.Duration;
import java.time.Instant;
import makerdeck.venue.Health;

/**
 * How often a review may send: at once after a rest, then four times a second, once a second while the
 * venue's request limit is near.
 *
 * <p>Engine thread only.
 */
public final class SendThrottle {

    private static final int BURST = 4;
    private static final Duration USUAL = Duration.ofMillis(250);
    private static final Duration NEAR_LIMIT = Duration.ofSeconds(1);

    private int tokens = BURST;
    private Instant filledAt = Instant.MIN;

    /** Whether a review may send now. */
    public boolean allows(Instant now, Health health) {
        refill(now, isNearLimit(health) ? NEAR_LIMIT : USUAL);
        return tokens > 0;
    }

    /** A review has sent. */
    public void sent() {
        tokens = Math.max(0, tokens - 1);
    }

    private void refill(Instant now, Duration pause) {
        if (filledAt.equals(Instant.MIN) || now.isBefore(filledAt)) {
            filledAt = now;
        }
        while (tokens < BURST && !filledAt.plus(pause).isAfter(now)) {
            tokens++;
            filledAt = filledAt.plus(pause);
        }
        if (tokens == BURST) {
            filledAt = now;
        }
    }

    /** Beyond 60 %, so that cancels and comparisons keep their share. */
    private static boolean isNearLimit(Health health) {
        return health.requestLimit() > 0 && health.requestsLastMinute() * 10L > health.requestLimit() * 6L;
    }
}
