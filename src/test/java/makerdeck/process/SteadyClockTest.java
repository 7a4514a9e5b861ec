package makerdeck.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import makerdeck.clock.SteppedClock;
import makerdeck.faults.FaultRow;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SteppedClock wall = new SteppedClock(NOON);
    private long nanos = 7;

    private final SteadyClock clock = new SteadyClock(wall, () -> nanos);

    private void pass(Duration length) {
        wall.pass(length);
        nanos += length.toNanos();
    }

    @Test
    void goesOnWithTheTimeThatNeverSteps() {
        pass(Duration.ofSeconds(5));

        assertEquals(NOON.plusSeconds(5), clock.instant());
    }

    @Test
    @FaultRow("34")
    void aWallClockThatIsSetBackChangesNothing() {
        pass(Duration.ofSeconds(5));
        wall.pass(Duration.ofSeconds(-10));

        assertEquals(NOON.plusSeconds(5), clock.instant());
        pass(Duration.ofSeconds(1));
        assertEquals(NOON.plusSeconds(6), clock.instant());
    }

    @Test
    void aSmallStepForwardChangesNothing() {
        wall.pass(Duration.ofSeconds(2));

        assertEquals(NOON, clock.instant());
    }

    @Test
    @FaultRow("34")
    void aMachineThatSleptAnHourIsAnHourLater() {
        wall.pass(Duration.ofHours(1));

        assertEquals(NOON.plus(Duration.ofHours(1)), clock.instant());
        pass(Duration.ofSeconds(1));
        assertEquals(NOON.plus(Duration.ofHours(1)).plusSeconds(1), clock.instant());
    }

    @Test
    void itsZonesShowTheSameTime() {
        wall.pass(Duration.ofSeconds(-10));

        assertEquals(clock.instant(), clock.withZone(ZoneOffset.MAX).instant());
    }
}
