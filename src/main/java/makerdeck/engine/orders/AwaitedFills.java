package makerdeck.engine.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.ClientId;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;

/**
 * Orders of which the venue says that more has executed than is booked.
 *
 * <p>Engine thread only.
 */
public final class AwaitedFills {

    /** A history may lag by seconds. */
    private static final Duration WITHOUT_FILLS = Duration.ofSeconds(4);

    private final Map<ClientId, ManagedOrder> unbooked = new LinkedHashMap<>();

    /** Whether the venue has spoken of executions on this side that are not booked yet. */
    public boolean onSide(Side side) {
        return unbooked.values().stream().anyMatch(order -> order.side() == side);
    }

    /** Since when the venue has spoken of executions on this side that are not booked, empty when it does not. */
    public Optional<Instant> since(Side side) {
        return unbooked.values().stream()
                .filter(order -> order.side() == side)
                .map(order -> order.filledSince())
                .min(Instant::compareTo);
    }

    /** The venue says that so much of it has executed in all. */
    static void executed(ManagedOrder order, Quantity filled, Instant now) {
        if (filled.compareTo(order.filled()) > 0) {
            order.filled(filled);
            order.filledSince(now);
            order.firstWithout(null);
        }
    }

    /** What has executed of an order, or is booked of it, may have changed. */
    void look(ManagedOrder order) {
        if (order.isSettled()) {
            unbooked.remove(order.clientId());
        } else {
            unbooked.put(order.clientId(), order);
        }
    }

    /**
     * Every fill known to the venue when it was {@code asked} is booked. What an order has executed and no fill
     * came for in two such readings is no longer waited for: these orders are returned, to be looked at again.
     */
    List<ManagedOrder> read(Instant asked) {
        var given = new ArrayList<ManagedOrder>();
        for (var order : unbooked.values()) {
            if (!order.filledSince().isBefore(asked)) {
                continue;
            }
            if (order.firstWithout() == null) {
                order.firstWithout(asked);
            } else if (Duration.between(order.firstWithout(), asked).compareTo(WITHOUT_FILLS) >= 0) {
                order.forgiven(order.filled().minus(order.booked()));
                given.add(order);
            }
        }
        return given;
    }
}
