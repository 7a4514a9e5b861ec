package makerdeck.engine.lifecycle;

import java.util.List;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * How the desk left. Immutable.
 *
 * @param clean the venue showed none of our orders, or they were to be kept
 * @param verified a listing of the venue, asked for after the last order left, showed none of ours
 * @param mayLive one line for each order that may still rest on the venue
 * @param advice how to cancel them by hand, empty when there are none
 */
public record ShutdownResult(
        boolean clean,
        boolean verified,
        List<Message> mayLive,
        @Nullable Message advice) {

    public ShutdownResult {
        mayLive = List.copyOf(mayLive);
    }
}
