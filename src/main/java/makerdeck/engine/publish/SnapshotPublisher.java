package makerdeck.engine.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import makerdeck.snapshot.DeskSnapshot;

/**
 * Publishes what a screen or a log may read, no more often than they can use. Engine thread only, except
 * {@link #latest}.
 */
public final class SnapshotPublisher {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Function<Instant, DeskSnapshot> frames;
    private final boolean watched;

    // Engine thread only.
    private Instant publishedAt = Instant.MIN;

    // Written by the engine thread, read by any.
    private volatile DeskSnapshot latest;

    /**
     * @param frames the frame of a moment; asked on the engine thread
     * @param watched false: no frame is made after the first
     */
    public SnapshotPublisher(Function<Instant, DeskSnapshot> frames, boolean watched, Instant now) {
        this.frames = frames;
        this.watched = watched;
        latest = frames.apply(now);
    }

    /** The latest frame. Any thread; never blocks. */
    public DeskSnapshot latest() {
        return latest;
    }

    /** {@code urgent}: an order, a fill or a command. */
    public void publish(Instant now, boolean urgent) {
        if (!watched || !urgent && Duration.between(publishedAt, now).compareTo(PAUSE) < 0) {
            return;
        }
        publishedAt = now;
        latest = frames.apply(now);
    }
}
