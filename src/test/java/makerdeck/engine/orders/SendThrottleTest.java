package makerdeck.engine.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import makerdeck.venue.Health;
import org.junit.jupiter.api.Test;

class SendThrottleTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private final SendThrottle throttle = new SendThrottle();

    private static Health used(int requests) {
        return new Health(true, true, null, null, 0, 0, requests, 2000, null);
    }

    private int sentIn(Instant from, Duration length, Health health) {
        int count = 0;
        for (var now = from; now.isBefore(from.plus(length)); now = now.plusMillis(10)) {
            if (throttle.allows(now, health)) {
                throttle.sent();
                count++;
            }
        }
        return count;
    }

    @Test
    void sendsAtOnceAfterARest() {
        assertTrue(throttle.allows(NOON, used(0)));
    }

    @Test
    void sendsFourTimesASecondInALivelyMarket() {
        sentIn(NOON, Duration.ofSeconds(5), used(0));

        assertEquals(40, sentIn(NOON.plusSeconds(5), Duration.ofSeconds(10), used(0)));
    }

    @Test
    void sendsOnceASecondNearTheVenuesLimit() {
        sentIn(NOON, Duration.ofSeconds(5), used(1300));

        assertEquals(10, sentIn(NOON.plusSeconds(5), Duration.ofSeconds(10), used(1300)));
    }

    @Test
    void survivesAClockThatJumpsBack() {
        sentIn(NOON, Duration.ofSeconds(5), used(0));

        assertEquals(40, sentIn(NOON.minusSeconds(100), Duration.ofSeconds(10), used(0)), 4);
    }
}
