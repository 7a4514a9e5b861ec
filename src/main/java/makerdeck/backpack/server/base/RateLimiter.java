package makerdeck.backpack.server.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts calls in windows of one minute. IO thread only. */
public final class RateLimiter {

    /** What a call counts against. */
    public enum Budget {
        STANDARD(2000),
        /** Klines and the history of trades. */
        HISTORICAL(30),
        /** What one socket may say. */
        FRAMES(1200);

        private final int perMinute;

        Budget(int perMinute) {
            this.perMinute = perMinute;
        }
    }

    private record Caller(String name, Budget budget) {}

    private record Window(Instant start, int calls) {}

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<Caller, Window> windows = new HashMap<>();
    private final Clock clock;

    public RateLimiter(Clock clock) {
        this.clock = clock;
    }

    public void count(String name, Budget budget) throws RefusedCallException {
        var now = clock.instant();
        var window = windows.compute(
                new Caller(name, budget),
                (caller, last) -> last == null || !now.isBefore(last.start().plus(MINUTE))
                        ? new Window(now, 1)
                        : new Window(last.start(), last.calls() + 1));
        if (window.calls() > budget.perMinute) {
            throw new RefusedCallException(Answer.error(429, "TOO_MANY_REQUESTS", "Too many requests"));
        }
    }
}
