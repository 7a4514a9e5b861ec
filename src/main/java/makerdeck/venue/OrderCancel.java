package makerdeck.venue;

import makerdeck.domain.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * One order that is to go.
 *
 * @param orderId the venue's id if it is known; otherwise the client id names the order
 */
public record OrderCancel(ClientId clientId, @Nullable String orderId) {}
