package makerdeck.engine.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.domain.ClientId;
import makerdeck.strategy.quoting.RestingQuote;
import org.jspecify.annotations.Nullable;

/**
 * Those of our orders that rest or may come to rest, oldest first. Asked many times for each time that one comes or
 * goes: the list is made when one has, and the same until another does. Engine thread only.
 */
final class LiveOrders {

    private final Map<ClientId, ManagedOrder> live = new LinkedHashMap<>();
    private @Nullable List<ManagedOrder> listed = List.of();

    /** Its stage may be another. */
    void look(ManagedOrder order) {
        var before = order.isLive() ? live.put(order.clientId(), order) : live.remove(order.clientId());
        if (order.isLive() ? before != order : before != null) {
            listed = null;
        }
    }

    /** Immutable: who walks it may end orders on the way. */
    List<ManagedOrder> list() {
        var list = listed;
        if (list == null) {
            list = List.copyOf(live.values());
            listed = list;
        }
        return list;
    }

    /** The same as the strategy sees them. */
    List<RestingQuote> resting(Instant now) {
        var orders = list();
        var resting = new ArrayList<RestingQuote>(orders.size());
        for (var order : orders) {
            resting.add(order.live(now));
        }
        return resting;
    }
}
