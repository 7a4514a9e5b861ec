package makerdeck.backpack.server.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import makerdeck.clock.SteppedClock;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final SteppedClock clock = new SteppedClock(Instant.parse("2027-01-02T03:04:05Z"));
    private final RateLimiter limiter = new RateLimiter(clock);

    private void count(int calls, String name, RateLimiter.Budget budget) throws RefusedCallException {
        for (int i = 0; i < calls; i++) {
            limiter.count(name, budget);
        }
    }

    @Test
    void aKeyHasTwoThousandCallsAMinute() throws RefusedCallException {
        count(2000, "key", RateLimiter.Budget.STANDARD);

        var refused = assertThrows(RefusedCallException.class, () -> count(1, "key", RateLimiter.Budget.STANDARD));

        assertEquals(429, refused.answer().status());
    }

    @Test
    void keysAndBudgetsAreCountedApart() throws RefusedCallException {
        count(2000, "key", RateLimiter.Budget.STANDARD);

        count(2000, "other", RateLimiter.Budget.STANDARD);
        count(30, "key", RateLimiter.Budget.HISTORICAL);
    }

    @Test
    void aMinuteLaterTheBudgetIsFresh() throws RefusedCallException {
        count(30, "key", RateLimiter.Budget.HISTORICAL);
        clock.pass(Duration.ofMillis(59_999));
        assertThrows(RefusedCallException.class, () -> count(1, "key", RateLimiter.Budget.HISTORICAL));

        clock.pass(Duration.ofMillis(1));

        count(30, "key", RateLimiter.Budget.HISTORICAL);
    }
}
