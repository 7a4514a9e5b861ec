package makerdeck.backpack.client.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import makerdeck.backpack.wire.Orders;
import makerdeck.domain.NewOrder;
import org.jspecify.annotations.Nullable;

/**
 * Which row of a batch's answer belongs to which order. Accepted rows say so by client id; refused
 * rows say nothing, so they go by position, and count only if every order is accounted for.
 */
final class BatchMatcher {

    private BatchMatcher() {}

    /** One row per order, in the orders' sequence; null where the answer proves nothing. */
    static List<Optional<Orders.BatchRow>> match(List<NewOrder> orders, List<Orders.BatchRow> rows) {
        var matched = new Orders.@Nullable BatchRow[orders.size()];
        var refused = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            int position = rows.get(i).order() == null ? -1 : accepted(orders, rows.get(i), i);
            if (position >= 0) {
                matched[position] = rows.get(i);
            } else if (rows.get(i).error() != null) {
                refused.add(i);
            }
        }
        long open = Arrays.stream(matched).filter(row -> row == null).count();
        if (rows.size() == orders.size() && open == refused.size()) {
            placeRefused(matched, rows, refused);
        }
        return Arrays.stream(matched).map(Optional::ofNullable).toList();
    }

    private static int accepted(List<NewOrder> orders, Orders.BatchRow row, int position) {
        var order = row.order();
        var clientId = order == null ? null : order.clientId();
        if (clientId == null) {
            return position < orders.size() ? position : -1;
        }
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).clientId().value() == clientId) {
                return i;
            }
        }
        return -1;
    }

    /** At its own position if that is free, else at the first free one: all of them are refused anyway. */
    private static void placeRefused(
            Orders.@Nullable BatchRow[] matched, List<Orders.BatchRow> rows, List<Integer> refused) {
        var displaced = new ArrayList<Orders.BatchRow>();
        for (int i : refused) {
            if (matched[i] == null) {
                matched[i] = rows.get(i);
            } else {
                displaced.add(rows.get(i));
            }
        }
        for (int i = 0, next = 0; next < displaced.size(); i++) {
            if (matched[i] == null) {
                matched[i] = displaced.get(next++);
            }
        }
    }
}
