package makerdeck.engine.orders;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;

/**
 * Orders of which the venue says that more has executed than is booked.
 *
 * <p>Engine thread only.
 */
public final class AwaitedFills {

    private final Map<ClientId, ManagedOrder> unbooked = new LinkedHashMap<>();

    /** Whether the venue has spoken of executions on this side that are not booked yet. */
    public boolean onSide(Side side) {
        for (var order : unbooked.values()) {
            if (order.side() == side) {
                return true;
            }
        }
        return false;
    }

    /** Since when the venue has spoken of executions on this side that are not booked, empty when it does not. */
    public Optional<Instant> since(Side side) {
        if (unbooked.isEmpty()) {
            return Optional.empty();
        }
        return unbooked.values().stream()
                .filter(order -> order.side() == side)
                .map(order -> order.fills().filledSince())
                .min(Instant::compareTo);
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
        return unbooked.values().stream()
                .filter(order -> order.fills().givesUp(asked))
                .toList();
    }
}
