package makerdeck.laboratory.virtual;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** The exchange's own virtual time. One thread. */
public final class VirtualClock extends Clock {

    private LongSupplier nanos = () -> 0;
    private long at;
    private Instant now = Instant.EPOCH;

    /** @param exchange virtual nanoseconds since 1970; before it is told, it is 1970 */
    public void follow(LongSupplier exchange) {
        nanos = exchange;
    }

    @Override
    public Instant instant() {
        long asked = nanos.getAsLong();
        if (asked != at) {
            at = asked;
            now = Shapes.instant(asked);
        }
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
