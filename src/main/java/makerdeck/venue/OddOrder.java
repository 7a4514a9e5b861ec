package makerdeck.venue;

import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A row of a listing of open orders that is not understood in whole. It rests all the same. Immutable.
 *
 * @param orderId the venue's, null when it cannot be read
 * @param clientId null when there is none, or none that can be read
 * @param isAnybodys whether it cannot be told whose it is: a client id may be there and cannot be read
 * @param side null when it cannot be read
 * @param trouble what is not understood, in a few words
 */
public record OddOrder(
        @Nullable String orderId,
        @Nullable ClientId clientId,
        boolean isAnybodys,
        @Nullable Side side,
        Message trouble) {}
