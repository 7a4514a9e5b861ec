package makerdeck.backpack.client.calls;

import makerdeck.domain.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * An order that rests on the venue, as far as one must know it to cancel it.
 *
 * @param id the venue's, null when it cannot be read
 * @param clientId null when whoever placed it gave none, or none that can be read
 * @param isAnybodys whether it cannot be told whose it is: a client id may be there and cannot be read
 */
public record RestingOrder(@Nullable String id, @Nullable ClientId clientId, boolean isAnybodys) {

    /** One whose owner is known: the client id says so, or that there is none. */
    public RestingOrder(@Nullable String id, @Nullable ClientId clientId) {
        this(id, clientId, false);
    }

    /** Whether it can be named to the venue. */
    public boolean hasName() {
        return id != null || clientId != null;
    }
}
