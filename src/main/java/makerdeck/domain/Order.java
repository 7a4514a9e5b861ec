package makerdeck.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as the venue reports it. Immutable.
 *
 * @param id the venue's id; opaque
 * @param clientId ours, or null for an order that carries none
 * @param filled cumulative executed quantity
 */
public record Order(
        String id,
        @Nullable ClientId clientId,
        Side side,
        Price price,
        Quantity quantity,
        Quantity filled,
        OrderStatus status,
        Instant createdAt) {

    /** The same order in another state. */
    public Order as(OrderStatus other) {
        return new Order(id, clientId, side, price, quantity, filled, other, createdAt);
    }

    /** What can still fill. */
    public Quantity remaining() {
        return quantity.minus(filled);
    }
}
