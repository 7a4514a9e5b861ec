package makerdeck.strategy.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import makerdeck.domain.Side;

/**
 * How far a signal went against each side within the last seconds, so that what it asks for does not come and go with
 * every tick. By whole seconds: as much room and work, however often it moves. Engine thread only.
 */
final class RecentPeak {

    /** What is seen counts until this much after the end of its second. */
    static final Duration HELD = Duration.ofSeconds(5);

    private static final int SECONDS = (int) HELD.toSeconds() + 1;

    // Engine thread only.
    private final long[] seconds = new long[SECONDS];
    private final double[] against = new double[2 * SECONDS];

    RecentPeak() {
        Arrays.fill(seconds, Long.MIN_VALUE);
    }

    /** @param value over zero against the asks, under zero against the bids */
    void add(Instant at, double value) {
        long second = at.getEpochSecond();
        int slot = (int) Math.floorMod(second, (long) SECONDS);
        if (seconds[slot] != second) {
            seconds[slot] = second;
            against[index(slot, Side.BID)] = 0;
            against[index(slot, Side.ASK)] = 0;
        }
        int index = index(slot, value > 0 ? Side.ASK : Side.BID);
        against[index] = Math.max(against[index], Math.abs(value));
    }

    private static int index(int slot, Side side) {
        return 2 * slot + side.ordinal();
    }

    /** How much longer what went over a threshold against a side counts; zero when nothing did. */
    Duration left(Instant now, Side side, double threshold) {
        var left = Duration.ZERO;
        for (int slot = 0; slot < SECONDS; slot++) {
            if (against[index(slot, side)] > threshold) {
                var end = Instant.ofEpochSecond(seconds[slot] + 1).plus(HELD);
                var its = Duration.between(now, end);
                left = its.compareTo(left) > 0 ? its : left;
            }
        }
        return left;
    }
}
