package makerdeck.simulator.recorded;

import makerdeck.simulator.model.MarketSource;

/**
 * When the lines of a recording are due: as long after each other as they were received, or so many times faster. A
 * clock that was set back where it was recorded, or another day's file, makes nobody wait.
 */
final class RecordedPace {

    /** Between two files: a longer silence is of no use to anybody. */
    private static final long LONGEST_BETWEEN_FILES_NANOS = 60_000_000_000L;

    /** At the greatest speed: so that whoever serves the market comes to do so. */
    private static final long LEAST_NANOS = 50_000;

    private final double speed;
    private long recorded;
    private long played;

    /** @param speed {@link MarketSource.Recording#MAX_SPEED} for no pauses at all */
    RecordedPace(double speed) {
        this.speed = speed;
    }

    /** Whatever was received then is due then. */
    void begin(long recordedNanos, long playedNanos) {
        recorded = recordedNanos;
        played = playedNanos;
    }

    /** Whether the line of another file has nothing to do with the line before. */
    static boolean isElsewhere(long beforeNanos, long nextNanos) {
        return Math.abs(nextNanos - beforeNanos) > LONGEST_BETWEEN_FILES_NANOS;
    }

    /** Of the same file: the line behind one that has just been played. */
    long due(long beforeNanos, long nextNanos, long now) {
        if (speed == MarketSource.Recording.MAX_SPEED) {
            return now + LEAST_NANOS;
        }
        if (nextNanos < beforeNanos - ReceivedInOrder.DISORDER_NANOS) {
            begin(nextNanos, due(beforeNanos));
        }
        return due(nextNanos);
    }

    private long due(long nanos) {
        return played + (speed == 1 ? nanos - recorded : Math.round((nanos - recorded) / speed));
    }
}
