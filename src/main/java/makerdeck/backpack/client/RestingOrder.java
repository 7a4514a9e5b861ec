package makerdeck.backpack.client;

import makerdeck.domain.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * An order that rests on the venue, as far as one must know it to cancel it.
 *
 * @param id the venue's
 * @param clientId null when whoever placed it gave none
 */
public record RestingOrder(String id, @Nullable ClientId clientId) {}
