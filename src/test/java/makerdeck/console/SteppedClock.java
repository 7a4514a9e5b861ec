package makerdeck.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock, and its nanoseconds, that only a test moves. */
public final class SteppedClock extends Clock {

    private Instant now = SampleDesk.NOON;

    public void step(Duration by) {
        now = now.plus(by);
    }

    long nanos() {
        return Duration.between(SampleDesk.NOON, now).toNanos();
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
        throw new UnsupportedOperationException("one zone is enough for a test");
    }
}
