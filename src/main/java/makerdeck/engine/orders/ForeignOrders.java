package makerdeck.engine.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Market;
import makerdeck.domain.Order;
import makerdeck.domain.Side;

/** Orders of the account that are not this desk's: shown, counted in exposure, never cancelled. Engine thread only. */
public final class ForeignOrders {

    private record Seen(Order order, Instant at) {}

    private final Map<String, Seen> open = new LinkedHashMap<>();

    /** True when it was not known before. */
    boolean changed(Order order, Instant at) {
        if (order.status().isOpen()) {
            return open.put(order.id(), new Seen(order, at)) == null;
        }
        open.remove(order.id());
        return false;
    }

    /** Takes over a listing of all that was open at some time after {@code asked}; tells those not known before. */
    List<Order> listed(List<Order> orders, Instant asked, Instant now) {
        var ids = new HashSet<String>();
        orders.forEach(order -> ids.add(order.id()));
        open.values()
                .removeIf(seen -> !ids.contains(seen.order().id()) && seen.at().isBefore(asked));
        return orders.stream().filter(order -> changed(order, now)).toList();
    }

    /** The one with this id of the venue's, empty when it does not rest. */
    public Optional<Order> find(String orderId) {
        return Optional.ofNullable(open.get(orderId)).map(Seen::order);
    }

    public Collection<Order> open() {
        return open.values().stream().map(Seen::order).toList();
    }

    /** What they lock on one side: base units for asks, quote units for bids. */
    public BigDecimal locked(Side side, Market rules) {
        var sum = BigDecimal.ZERO;
        for (var seen : open.values()) {
            var order = seen.order();
            if (order.side() == side) {
                sum = sum.add(
                        side == Side.ASK
                                ? rules.decimal(order.remaining())
                                : rules.notional(order.price(), order.remaining()));
            }
        }
        return sum;
    }
}
