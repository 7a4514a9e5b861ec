package makerdeck.console.pane;

import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.snapshot.OrderRow;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a few rows show: of both sides those nearest the mid, from the highest price down; the outermost of a
 * side says how many more it has. A side with orders is never left out while there are two rows. Immutable.
 */
record NearestOrders(List<Row> rows) {

    /**
     * One row.
     *
     * @param order null when there is but one row for both sides, which only counts
     * @param asks this many more asks are not shown
     * @param bids this many more bids are not shown
     */
    record Row(@Nullable OrderRow order, int asks, int bids) {}

    /** {@code orders} of each side come nearest first. */
    static NearestOrders of(List<OrderRow> orders, int room) {
        var asks = side(orders, Side.ASK);
        var bids = side(orders, Side.BID);
        if (room == 1 && asks.size() + bids.size() > 1) {
            return new NearestOrders(List.of(new Row(null, asks.size(), bids.size())));
        }
        int askRoom = Math.min(asks.size(), Math.max((room + 1) / 2, room - bids.size()));
        int bidRoom = Math.min(bids.size(), room - askRoom);
        var rows = new ArrayList<Row>();
        for (int i = askRoom - 1; i >= 0; i--) {
            rows.add(new Row(asks.get(i), i == askRoom - 1 ? asks.size() - askRoom : 0, 0));
        }
        for (int i = 0; i < bidRoom; i++) {
            rows.add(new Row(bids.get(i), 0, i == bidRoom - 1 ? bids.size() - bidRoom : 0));
        }
        return new NearestOrders(List.copyOf(rows));
    }

    private static List<OrderRow> side(List<OrderRow> orders, Side side) {
        return orders.stream().filter(order -> order.side() == side).toList();
    }
}
