package makerdeck.backpack.server.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where in the session we are. It begins with the first request, waits where the captured desk first subscribed until
 * somebody does again, and goes on from there at its pace. What is said of times is moved by as much, so that it is as old
 * now as it was then. Session thread only, but for {@link #clock}.
 */
final class SessionTime {

    private final Clock clock;
    private final double speed;
    private final long subscribedNanos;
    private final Instant subscribedAt;

    private @Nullable Instant startedAt;
    private @Nullable Instant anchoredAt;
    private @Nullable Instant heldAt;

    /** @param subscribedNanos when the captured desk first subscribed, {@code subscribedAt} by its wall clock */
    SessionTime(Clock clock, double speed, long subscribedNanos, Instant subscribedAt) {
        this.clock = clock;
        this.speed = speed;
        this.subscribedNanos = subscribedNanos;
        this.subscribedAt = subscribedAt;
    }

    /** Somebody asks for the first time: it begins. */
    void start() {
        if (startedAt == null) {
            startedAt = clock.instant();
        }
    }

    /** Somebody has subscribed for the first time. */
    void anchor() {
        start();
        if (anchoredAt == null) {
            anchoredAt = clock.instant();
        }
    }

    /** Stands still from now on; so long it has already. */
    Duration hold() {
        if (heldAt == null) {
            heldAt = clock.instant();
        }
        return Duration.between(heldAt, clock.instant());
    }

    /** Goes on where it stood. */
    void goOn() {
        if (heldAt != null && anchoredAt != null) {
            anchoredAt = anchoredAt.plus(Duration.between(heldAt, clock.instant()));
        }
        heldAt = null;
    }

    /** Whether there are no pauses at all. */
    boolean isWithoutPauses() {
        return Double.isInfinite(speed);
    }

    /** Nanoseconds of the session that are over. */
    long now() {
        if (anchoredAt != null) {
            return plus(subscribedNanos, Duration.between(anchoredAt, heldAt == null ? clock.instant() : heldAt));
        }
        return startedAt == null
                ? 0
                : Math.min(subscribedNanos - 1, plus(0, Duration.between(startedAt, clock.instant())));
    }

    private long plus(long nanos, Duration passed) {
        return Double.isInfinite(speed) ? Long.MAX_VALUE : nanos + (long) (passed.toNanos() * speed);
    }

    /** How long something lasts here that took so long then. */
    Duration lasting(long nanos) {
        return Duration.ofNanos((long) (nanos / speed));
    }

    /** The time at which something is now that was at that time. */
    Instant toNow(Instant then) {
        var here = anchoredAt != null ? anchoredAt : clock.instant();
        var since = Duration.between(subscribedAt, then);
        return here.plus(since.isNegative() ? since : lasting(since.toNanos()));
    }

    /** By how many whole minutes what is told by the minute is moved. */
    Duration wholeMinutes() {
        return Duration.ofMinutes(
                Duration.between(subscribedAt, toNow(subscribedAt)).toMinutes());
    }
}
