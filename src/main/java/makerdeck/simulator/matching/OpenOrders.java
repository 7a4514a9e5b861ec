package makerdeck.simulator.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open orders by id, oldest first. Ids only grow, so that a new order goes to the end; one that leaves leaves a gap, and
 * the gaps are closed when there are as many as orders.
 */
final class OpenOrders {

    // Parallel: an id stays where its order has left.
    private long[] ids = new long[16];
    private @Nullable AccountOrder[] orders = new AccountOrder[16];
    private int end;
    private int size;

    int size() {
        return size;
    }

    /** The order's id must be above all that were here. */
    void add(AccountOrder order) {
        if (end == ids.length) {
            makeRoom();
        }
        ids[end] = order.id;
        orders[end++] = order;
        size++;
    }

    private void makeRoom() {
        int left = 0;
        for (int at = 0; at < end; at++) {
            var order = orders[at];
            if (order != null) {
                ids[left] = order.id;
                orders[left++] = order;
            }
        }
        Arrays.fill(orders, left, end, null);
        end = left;
        if (2 * size > ids.length) {
            ids = Arrays.copyOf(ids, 2 * ids.length);
            orders = Arrays.copyOf(orders, 2 * orders.length);
        }
    }

    /** Does nothing when there is no such order. */
    void remove(long id) {
        int at = search(id);
        if (at >= 0 && orders[at] != null) {
            orders[at] = null;
            size--;
            while (end > 0 && orders[end - 1] == null) {
                end--;
            }
        }
    }

    @Nullable
    AccountOrder find(long id) {
        int at = search(id);
        return at < 0 ? null : orders[at];
    }

    /** Most orders leave as soon as they have come. */
    private int search(long id) {
        return end > 0 && ids[end - 1] == id ? end - 1 : Arrays.binarySearch(ids, 0, end, id);
    }

    List<AccountOrder> all() {
        var all = new ArrayList<AccountOrder>(size);
        for (int at = 0; at < end; at++) {
            var order = orders[at];
            if (order != null) {
                all.add(order);
            }
        }
        return all;
    }
}
