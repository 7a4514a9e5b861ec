package makerdeck.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * How the connection does; see the venue's health. {@code lastFrameAt} is when any frame last arrived.
 *
 * @param guardiansElsewhere of other machines, in the order they were named in
 * @param recording null when the market is not recorded
 * @param capture null when the session is not captured
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
        List<GuardianElsewhere> guardiansElsewhere,
        int unreadRows,
        @Nullable Recording recording,
        @Nullable Recording capture) {

    /** How the guardian does that listens at an address, as the operator has written it. */
    public record GuardianElsewhere(String address, GuardianState state) {}

    /**
     * How a recording of the market or a capture of the session does.
     *
     * @param file that is written, by name or path, empty while none is
     * @param lost messages that found no room
     * @param trouble why nothing is written now, null when something is
     */
    public record Recording(
            String file, long lines, long lost, @Nullable Message trouble) {}

    public HealthRow {
        guardiansElsewhere = List.copyOf(guardiansElsewhere);
    }

    public static final HealthRow UNKNOWN =
            new HealthRow(false, false, null, null, 0, 0, 0, 0, null, GuardianState.OFF, List.of(), 0, null, null);
}
