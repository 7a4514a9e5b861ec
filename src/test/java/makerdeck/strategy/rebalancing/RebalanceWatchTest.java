package makerdeck.strategy.rebalancing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RebalanceWatchTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final RebalanceWatch watch = new RebalanceWatch();

    @Test
    void startsAtTheThirdCheckInARow() {
        assertFalse(watch.check(NOON, true));
        assertFalse(watch.check(NOON, true));
        assertTrue(watch.check(NOON, true));
    }

    @Test
    void aCheckWithinTheBandStartsTheCountAgain() {
        watch.check(NOON, true);
        watch.check(NOON, true);
        assertFalse(watch.check(NOON, false));
        assertFalse(watch.check(NOON, true));
        assertFalse(watch.check(NOON, true));
        assertTrue(watch.check(NOON, true));
    }

    @Test
    void waitsFiveMinutesAfterTheLastOne() {
        watch.ended(NOON);
        var almost = NOON.plusMillis(299_999);
        assertFalse(watch.check(almost, true));
        assertFalse(watch.check(almost, true));
        assertFalse(watch.check(almost, true));
        assertTrue(watch.check(NOON.plusSeconds(300), true));
    }

    @Test
    void countsAnewAfterTheLastOne() {
        watch.check(NOON, true);
        watch.check(NOON, true);
        watch.ended(NOON);

        assertFalse(watch.check(NOON.plusSeconds(301), true));
    }
}
