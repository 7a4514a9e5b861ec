package makerdeck.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import makerdeck.engine.input.Input;
import makerdeck.engine.input.StepWatch;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/** How long the desk takes for what it does over and over. Recorded by whoever does it, without waiting. */
public final class Latencies implements StepWatch {

    private final Clock clock;
    private final LongSupplier nanos;
    private final Latency roundTrips =
            new Latency("makerdeck_round_trip_seconds", "From a request to its answer, as the client sees it.");
    private final Latency reactions = new Latency(
            "makerdeck_reaction_seconds",
            "From the arrival of a book or a trade until orders for it were handed over.");
    private final Latency steps = new Latency(
            "makerdeck_engine_step_seconds", "What the engine takes for one input, all decisions included.");
    private final Latency frames =
            new Latency("makerdeck_frame_seconds", "What painting one frame of the screen takes.");

    // Engine thread only.
    private long began;

    /**
     * @param clock the one that stamps the venue's events
     * @param nanos a time that never steps
     */
    public Latencies(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    @Override
    public void begin() {
        began = nanos.getAsLong();
    }

    @Override
    public void end(Input input, boolean sent) {
        steps.record(nanos.getAsLong() - began);
        var moved = sent ? moved(input) : null;
        if (moved != null) {
            reactions.record(Duration.between(moved, clock.instant()).toNanos());
        }
    }

    /** When the market moved that the engine has looked at, null when something else came in. */
    private static @Nullable Instant moved(Input input) {
        if (input instanceof Input.FromVenue from) {
            return from.event() instanceof VenueEvent.BookMoved book
                    ? book.at()
                    : from.event() instanceof VenueEvent.Traded traded ? traded.at() : null;
        }
        return null;
    }

    /** A request was answered, or given up on. Any thread. */
    public void roundTrip(long tookNanos) {
        roundTrips.record(tookNanos);
    }

    /** A frame was painted. Any thread. */
    public void frame(long tookNanos) {
        frames.record(tookNanos);
    }

    List<MetricSnapshot> read() {
        return Stream.of(roundTrips, reactions, steps, frames)
                .<MetricSnapshot>map(Latency::read)
                .toList();
    }
}
