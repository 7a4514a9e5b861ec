package makerdeck.backpack.client.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The venue's clock, carried forward by our monotonic time: a step of the wall clock changes nothing
 * that is signed. Client thread only, but for {@link #now}.
 */
public final class VenueClock {

    private static final int READINGS = 5;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Clock clock;
    private final LongSupplier nanos;

    /** Venue's time, in ns since the epoch, at the zero of {@code nanos}. */
    private final RollingMedian origins = new RollingMedian(READINGS);

    private boolean forgotten;

    // Written by the client thread, read by those that sign.
    private volatile @Nullable Long origin;

    public VenueClock(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** A reading of the venue's clock, taken half-way between the two instants of {@code nanos}. */
    public void read(long sentNanos, long receivedNanos, long venueMillis) {
        if (forgotten) {
            origins.clear();
            forgotten = false;
        }
        long middle = sentNanos + (receivedNanos - sentNanos) / 2;
        origins.add(venueMillis * NANOS_PER_MILLI - middle);
        origin = origins.median();
    }

    /** The next reading replaces all others, because the venue has contradicted them; until then they are the best there are. */
    public void forget() {
        forgotten = true;
    }

    /** The venue's time now; ours while there is no reading. Any thread. */
    public Instant now() {
        var known = origin;
        return known == null ? clock.instant() : Instant.ofEpochSecond(0, known + nanos.getAsLong());
    }

    /** Venue's clock minus ours. */
    public Optional<Duration> offset() {
        return origins.isEmpty() ? Optional.empty() : Optional.of(Duration.between(clock.instant(), now()));
    }
}
