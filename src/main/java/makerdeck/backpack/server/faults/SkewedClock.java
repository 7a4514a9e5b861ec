package makerdeck.backpack.server.faults;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The exchange's clock as its clients see it: ours, but for a step that was asked for. */
public final class SkewedClock extends Clock {

    private final Clock right;
    private final FaultInjector faults;

    public SkewedClock(Clock right, FaultInjector faults) {
        this.right = right;
        this.faults = faults;
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SkewedClock(right.withZone(zone), faults);
    }

    @Override
    public Instant instant() {
        return right.instant().plus(faults.skew());
    }
}
