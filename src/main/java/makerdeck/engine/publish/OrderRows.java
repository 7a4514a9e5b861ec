package makerdeck.engine.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import makerdeck.domain.Order;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.OrderStage;

/** The orders that rest or may come to rest, as the screen shows them. Engine thread only. */
public final class OrderRows {

    private final OrderTracker tracker;
    private final ForeignOrders foreign;

    public OrderRows(OrderTracker tracker, ForeignOrders foreign) {
        this.tracker = tracker;
        this.foreign = foreign;
    }

    /** Nearest the mid first, ours before others'. */
    public List<OrderRow> rows() {
        var rows = new ArrayList<OrderRow>();
        for (var order : tracker.live()) {
            rows.add(row(order));
        }
        rows.sort(Comparator.comparing(OrderRow::side).thenComparing(OrderRows::nearestFirst));
        for (var order : foreign.open()) {
            rows.add(row(order));
        }
        return List.copyOf(rows);
    }

    private static int nearestFirst(OrderRow one, OrderRow other) {
        return one.side() == Side.BID
                ? other.price().compareTo(one.price())
                : one.price().compareTo(other.price());
    }

    private static OrderRow row(ManagedOrder order) {
        return new OrderRow(
                order.tag(),
                order.clientId().value(),
                order.orderId(),
                order.side(),
                order.price(),
                order.terms().quantity(),
                order.remaining(),
                order.stage().name(),
                order.sentAt(),
                order.stage() == OrderStage.OPEN ? order.queueAhead() : null,
                order.steps());
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
