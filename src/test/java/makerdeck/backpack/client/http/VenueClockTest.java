package makerdeck.backpack.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import makerdeck.backpack.client.SteppedNanos;
import makerdeck.faults.FaultRow;
import org.junit.jupiter.api.Test;

class VenueClockTest {

    private static final Instant OURS = Instant.parse("2026-10-01T12:00:00Z");

    private final SteppedNanos nanos = new SteppedNanos(77_000_000_000L);
    private final VenueClock venueClock = new VenueClock(Clock.fixed(OURS, ZoneOffset.UTC), nanos);

    private void read(Instant venue, long tripMillis) {
        long received = nanos.getAsLong();
        venueClock.read(
                received - tripMillis * 1_000_000,
                received,
                venue.minusMillis(tripMillis / 2).toEpochMilli());
    }

    @Test
    void isOurClockBeforeTheFirstReading() {
        assertEquals(OURS, venueClock.now());
        assertEquals(Optional.empty(), venueClock.offset());
    }

    @Test
    @FaultRow("33")
    void isTheMedianOfFiveReadings() {
        for (long ahead : new long[] {3000, 3010, 2990, 60_000, -60_000}) {
            read(OURS.plusMillis(ahead), 0);
        }

        assertEquals(OURS.plusMillis(3000), venueClock.now());
        assertEquals(Optional.of(Duration.ofMillis(3000)), venueClock.offset());
    }

    @Test
    void takesHalfOfTheTripForTheWayBack() {
        read(OURS.plusSeconds(10), 80);

        assertEquals(OURS.plusSeconds(10), venueClock.now());
    }

    @Test
    @FaultRow({"33", "34"})
    void runsOnWithMonotonicTimeWhateverTheWallClockDoes() {
        read(OURS.plusSeconds(1), 0);

        nanos.advance(Duration.ofSeconds(30));

        assertEquals(OURS.plusSeconds(31), venueClock.now());
    }
}
