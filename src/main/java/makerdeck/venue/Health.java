package makerdeck.venue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the connection to the venue does, as counters since start.
 *
 * @param roundTrip median of the latest requests, null before the first
 * @param clockOffset venue's clock minus ours, null before the first reading
 * @param requestsLastMinute REST requests sent in the last 60 s
 * @param requestLimit REST requests allowed per minute
 * @param lastFrameAt when the last WebSocket frame of any kind arrived
 */
public record Health(
        boolean publicUp,
        boolean privateUp,
        @Nullable Duration roundTrip,
        @Nullable Duration clockOffset,
        long reconnects,
        long gaps,
        int requestsLastMinute,
        int requestLimit,
        @Nullable Instant lastFrameAt) {

    public static final Health UNKNOWN = new Health(false, false, null, null, 0, 0, 0, 0, null);
}
