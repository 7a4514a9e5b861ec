package makerdeck.snapshot;

import java.time.Instant;
import java.util.List;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * One order on the venue.
 *
 * @param tag {@code B1} is the bid nearest the mid, {@code A1} the ask; {@code R} a rebalance order, {@code X}
 *     somebody else's on the same account
 * @param orderId the venue's id, null until it is known
 * @param state as in the order's life cycle, e.g. {@code OPEN} or {@code PENDING_CANCEL}
 * @param queueAhead quantity believed to rest in front of it, null when unknown
 * @param steps what has happened to it, oldest first; bounded, and none for somebody else's
 */
public record OrderRow(
        String tag,
        long clientId,
        @Nullable String orderId,
        Side side,
        Price price,
        Quantity quantity,
        Quantity remaining,
        String state,
        Instant since,
        @Nullable Quantity queueAhead,
        List<OrderStep> steps) {

    public OrderRow {
        steps = List.copyOf(steps);
    }

    /** One of which nothing is known but what it is. */
    public OrderRow(
            String tag,
            long clientId,
            @Nullable String orderId,
            Side side,
            Price price,
            Quantity quantity,
            Quantity remaining,
            String state,
            Instant since,
            @Nullable Quantity queueAhead) {
        this(tag, clientId, orderId, side, price, quantity, remaining, state, since, queueAhead, List.of());
    }
}
