package makerdeck.backpack.server;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The exchange's clock as its clients see it: ours, but for a step that was asked for. */
final class SkewedClock extends Clock {

    private final Clock right;
    private final Trouble trouble;

    SkewedClock(Clock right, Trouble trouble) {
        this.right = right;
        this.trouble = trouble;
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SkewedClock(right.withZone(zone), trouble);
    }

    @Override
    public Instant instant() {
        return right.instant().plus(trouble.skew());
    }
}
