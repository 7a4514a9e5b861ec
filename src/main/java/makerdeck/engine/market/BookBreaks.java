package makerdeck.engine.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often the book broke lately. One that is read again after a hole is as good as before; one that breaks again and
 * again will break next when our orders rest on it. Engine thread only.
 */
final class BookBreaks {

    private static final int AGAIN_AND_AGAIN = 3;
    private static final Duration LATELY = Duration.ofMinutes(1);

    private final Deque<Instant> breaks = new ArrayDeque<>();
    private Instant calmFrom = Instant.MIN;

    void broke(Instant now) {
        breaks.addLast(now);
        if (breaks.size() > AGAIN_AND_AGAIN) {
            breaks.removeFirst();
        }
        var first = breaks.getFirst();
        if (breaks.size() == AGAIN_AND_AGAIN && Duration.between(first, now).compareTo(LATELY) <= 0) {
            calmFrom = now.plus(MarketData.BOOK_CALM);
        }
    }

    /** When a book that broke again and again has not done so for long enough; far back when it did not. */
    Instant calmFrom() {
        return calmFrom;
    }
}
