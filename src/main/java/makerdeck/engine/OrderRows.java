package makerdeck.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import makerdeck.domain.Level;
import makerdeck.domain.Order;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.snapshot.OrderRow;
import org.jspecify.annotations.Nullable;

/** The orders that rest or may come to rest, as the screen shows them. Engine thread only. */
final class OrderRows {

    private final Facts facts;
    private final OrderTracker tracker;
    private final Externals externals;

    OrderRows(Facts facts, OrderTracker tracker, Externals externals) {
        this.facts = facts;
        this.tracker = tracker;
        this.externals = externals;
    }

    /** Nearest the mid first, ours before others'. */
    List<OrderRow> rows() {
        var rows = new ArrayList<OrderRow>();
        for (var order : tracker.live()) {
            rows.add(row(order));
        }
        rows.sort(Comparator.comparing(OrderRow::side).thenComparing(OrderRows::nearestFirst));
        for (var order : externals.open()) {
            rows.add(row(order));
        }
        return List.copyOf(rows);
    }

    private static int nearestFirst(OrderRow one, OrderRow other) {
        return one.side() == Side.BID
                ? other.price().compareTo(one.price())
                : one.price().compareTo(other.price());
    }

    private OrderRow row(OwnOrder order) {
        return new OrderRow(
                order.tag(),
                order.clientId().value(),
                order.orderId,
                order.side(),
                order.price(),
                order.terms.quantity(),
                order.remaining(),
                order.state.name(),
                order.sentAt,
                queueAhead(order));
    }

    /** What rested at its price when it came and has not gone since; others may have come behind it. */
    private @Nullable Quantity queueAhead(OwnOrder order) {
        if (order.state != OrderState.OPEN) {
            return null;
        }
        var levels = facts.book().levels(order.side());
        var isShown =
                !levels.isEmpty() && !levels.get(levels.size() - 1).price().betterThan(order.price(), order.side());
        if (isShown) {
            var others = others(levels, order);
            var before = order.queueAhead;
            order.queueAhead = before == null || others.compareTo(before) < 0 ? others : before;
        }
        return order.queueAhead;
    }

    private static Quantity others(List<Level> levels, OwnOrder order) {
        for (var level : levels) {
            if (level.price().equals(order.price())) {
                var own = order.remaining();
                return level.quantity().compareTo(own) > 0 ? level.quantity().minus(own) : Quantity.ZERO;
            }
        }
        return Quantity.ZERO;
    }

    private static OrderRow row(Order order) {
        var id = order.clientId();
        return new OrderRow(
                "X",
                id == null ? 0 : id.value(),
                order.id(),
                order.side(),
                order.price(),
                order.quantity(),
                order.remaining(),
                "OPEN",
                order.createdAt(),
                (Quantity) null);
    }
}
