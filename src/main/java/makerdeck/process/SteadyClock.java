package makerdeck.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * Wall time as it was at the start, carried forward by a time that never steps: a wall clock that is set back or a
 * little forward changes nothing. One that is far ahead means that this machine was asleep, or its clock wrong by much:
 * then this clock leaps too, and whoever measures lags sees one. Never goes back. Any thread.
 */
public final class SteadyClock extends Clock {

    private static final Duration ASLEEP = Duration.ofSeconds(2);

    private record Anchor(Instant wall, long nanos) {

        Instant at(long now) {
            return wall.plusNanos(now - nanos);
        }
    }

    private final Clock wall;
    private final LongSupplier nanos;

    // Written by whoever sees the leap first; two who see it at once write the same but for nanoseconds.
    private volatile Anchor anchor;

    /** @param nanos a time that never steps */
    public SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        anchor = new Anchor(wall.instant(), nanos.getAsLong());
    }

    @Override
    public Instant instant() {
        long now = nanos.getAsLong();
        var steady = anchor.at(now);
        var shown = wall.instant();
        if (Duration.between(steady, shown).compareTo(ASLEEP) <= 0) {
            return steady;
        }
        anchor = new Anchor(shown, now);
        return shown;
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    /** The same clock, for showing times of day. */
    @Override
    public Clock withZone(ZoneId zone) {
        var steady = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return steady.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return steady.withZone(other);
            }
        };
    }
}
