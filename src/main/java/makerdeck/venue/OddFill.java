package makerdeck.venue;

import java.time.Instant;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A row of the fill history that cannot be read: there is a fill that nobody knows. Immutable.
 *
 * @param key tells this row from every other, as long as the venue tells it in the same words
 * @param orderId the venue's, null when it cannot be read
 * @param at when it happened, null when it cannot be read
 * @param trouble which row it is and what of it is missing or not understood, in one line
 */
public record OddFill(
        String key, @Nullable String orderId, @Nullable Instant at, Message trouble) {}
