package makerdeck.engine.orders;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for an order not being at the venue: listings and readings that have not shown it. One proves nothing.
 * Engine thread only; {@link OrderTracker} changes it.
 */
final class OrderAbsence {

    private @Nullable Instant missedAt;
    private @Nullable Instant countsFrom;
    private @Nullable Instant first;

    /** Whether the last listing that could show it did not. */
    boolean isMissed() {
        return missedAt != null;
    }

    /** A listing, asked for at {@code asked}, does not show it; true when one before it did not either. */
    boolean missed(Instant asked, Instant now) {
        if (missedAt == null) {
            missedAt = now;
            return false;
        }
        return missedAt.isBefore(asked);
    }

    void listed() {
        missedAt = null;
    }

    /** It has been shown somewhere. */
    void clear() {
        missedAt = null;
        first = null;
    }

    /** Whether it rests is to be found out: readings asked for from then on count. */
    void doubted(Instant from) {
        countsFrom = from;
        first = null;
    }

    /** A clean reading has not shown it anywhere; true when two, {@code apart}, have not. */
    boolean isProved(Instant asked, Duration apart) {
        if (countsFrom == null || asked.isBefore(countsFrom)) {
            return false;
        }
        if (first == null) {
            first = asked;
            return false;
        }
        return Duration.between(first, asked).compareTo(apart) >= 0;
    }
}
