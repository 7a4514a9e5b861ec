package makerdeck.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is told to go on. Set by one thread, read by any. */
public final class SteppedClock extends Clock {

    private final Instant start;

    private volatile Instant now;

    public SteppedClock(Instant start) {
        this.start = start;
        now = start;
    }

    public void pass(Duration length) {
        now = now.plus(length);
    }

    public void set(Instant then) {
        now = then;
    }

    /** Since the start, as a timer counts. */
    public long nanos() {
        return Duration.between(start, now).toNanos();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
