package makerdeck.backpack.client.base;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/** Hands events to the desk until the client is closed. Client thread only, but for {@link #silence}. */
public final class EventSink {

    private final Clock clock;
    private final Consumer<VenueEvent> desk;

    private @Nullable Instant lastFrameAt;

    // Written by whoever closes, read by the client thread.
    private volatile boolean silent;

    public EventSink(Clock clock, Consumer<VenueEvent> desk) {
        this.clock = clock;
        this.desk = desk;
    }

    /** The stamp of an event. */
    public Instant now() {
        return clock.instant();
    }

    public void tell(VenueEvent event) {
        if (!silent) {
            desk.accept(event);
        }
    }

    /** A frame of either socket has arrived. */
    public void heard() {
        lastFrameAt = clock.instant();
    }

    public @Nullable Instant lastFrameAt() {
        return lastFrameAt;
    }

    /** Nothing is told any more. Any thread. */
    public void silence() {
        silent = true;
    }
}
