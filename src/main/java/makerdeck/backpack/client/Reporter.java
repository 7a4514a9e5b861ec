package makerdeck.backpack.client;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/** Hands events to the desk until the client is closed. Client thread only, but for {@link #silence}. */
final class Reporter {

    private final Clock clock;
    private final Consumer<VenueEvent> desk;

    private @Nullable Instant lastFrameAt;

    // Written by whoever closes, read by the client thread.
    private volatile boolean silent;

    Reporter(Clock clock, Consumer<VenueEvent> desk) {
        this.clock = clock;
        this.desk = desk;
    }

    /** The stamp of an event. */
    Instant now() {
        return clock.instant();
    }

    void tell(VenueEvent event) {
        if (!silent) {
            desk.accept(event);
        }
    }

    /** A frame of either socket has arrived. */
    void heard() {
        lastFrameAt = clock.instant();
    }

    @Nullable
    Instant lastFrameAt() {
        return lastFrameAt;
    }

    /** Nothing is told any more. Any thread. */
    void silence() {
        silent = true;
    }
}
