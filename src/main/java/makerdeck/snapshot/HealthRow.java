package makerdeck.snapshot;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the connection does; see the venue's health. {@code lastFrameAt} is when any frame last arrived.
 *
 * @param unreadRows rows of the fill history that cannot be read now
 */
public record HealthRow(
        boolean publicUp,
        boolean privateUp,
        @Nullable Duration roundTrip,
        @Nullable Duration clockOffset,
        long reconnects,
        long gaps,
        int requestsLastMinute,
        int requestLimit,
        @Nullable Instant lastFrameAt,
        GuardianState guardian,
        int unreadRows) {

    public static final HealthRow UNKNOWN =
            new HealthRow(false, false, null, null, 0, 0, 0, 0, null, GuardianState.OFF, 0);
}
