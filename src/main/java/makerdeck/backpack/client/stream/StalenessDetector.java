package makerdeck.backpack.client.stream;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Watches a stream that may rightly be quiet. After a silent second the venue is asked for the
 * id of its book: if ours is the same the market is quiet, if it is ahead and we do not follow within
 * a second the stream is deaf. Client thread only.
 */
final class StalenessDetector {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofMillis(500);

    /** So long may nobody confirm that the silence is right. */
    private static final Duration UNCONFIRMED = Duration.ofSeconds(3);

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final LongSupplier nanos;

    private long since;
    private long askFrom;
    private boolean asked;
    private boolean behind;
    private long awaited;
    private long behindSince;

    StalenessDetector(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** An update, or proof that there was none: the silence begins anew. */
    void broken() {
        since = nanos.getAsLong();
        askFrom = since + LONGEST.toNanos();
        asked = false;
        behind = false;
    }

    /** Whether to ask the venue now; then exactly one of the following has to be called. */
    boolean wantsToAsk() {
        if (asked || behind || nanos.getAsLong() - askFrom < 0) {
            return false;
        }
        asked = true;
        return true;
    }

    /** No answer: asked again soon. True when that has gone on for too long. */
    boolean unanswered() {
        asked = false;
        askFrom = nanos.getAsLong() + AGAIN.toNanos();
        return nanos.getAsLong() - since >= UNCONFIRMED.toNanos();
    }

    /** The venue's book is at {@code venueId}, which is later than ours. */
    void behind(long venueId) {
        asked = false;
        behind = true;
        awaited = venueId;
        behindSince = nanos.getAsLong();
    }

    /** Whether the stream has had its time to catch up and has not. */
    boolean isDeaf(long ourId) {
        return behind && ourId < awaited && nanos.getAsLong() - behindSince >= GRACE.toNanos();
    }
}
