package makerdeck.simulator.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import makerdeck.domain.Side;
import makerdeck.simulator.matching.BookOrder;
import makerdeck.simulator.matching.MatchingBook;

/**
 * What a recorded trade does to resting orders of accounts. Pessimistic: an order gets ahead only by
 * trades at its price, never by cancels in front of it, and all of them together fill no more than
 * traded.
 */
final class RecordedQueue {

    private final MatchingBook book;

    RecordedQueue(MatchingBook book) {
        this.book = book;
    }

    /**
     * Calls {@code fill} with each order a trade reaches and how much of it.
     *
     * @param hit the side whose orders the trade took
     */
    void traded(Side hit, long ticks, long steps, ObjLongConsumer<BookOrder> fill) {
        long left = steps;
        for (var order : reached(hit, ticks)) {
            left -= order.ticks == ticks ? advance(order, left, fill) : pass(order, left, fill);
        }
        for (var order : reached(hit.opposite(), ticks)) {
            if (order.ticks != ticks) {
                left -= pass(order, left, fill);
            }
        }
    }

    /** The trade was beyond the order's price. */
    private static long pass(BookOrder order, long left, ObjLongConsumer<BookOrder> fill) {
        long filled = Math.min(left, order.remaining);
        if (filled > 0) {
            fill.accept(order, filled);
        }
        return filled;
    }

    /** The trade was at the order's price: it eats what is in front first, which others share. */
    private static long advance(BookOrder order, long left, ObjLongConsumer<BookOrder> fill) {
        long excess = Math.max(0, left - order.inFront);
        order.inFront = Math.max(0, order.inFront - left);
        pass(order, excess, fill);
        return 0;
    }

    /** Orders of accounts at a price or better, in priority. */
    private List<BookOrder> reached(Side side, long ticks) {
        var levels = book.side(side);
        var orders = new ArrayList<BookOrder>();
        for (int rank = 0; rank < levels.size(); rank++) {
            var level = levels.ranked(rank);
            if (level == null || side.sign() * level.ticks < side.sign() * ticks) {
                break;
            }
            for (var order = level.first; order != null; order = order.behind) {
                if (order.owner != null) {
                    orders.add(order);
                }
            }
        }
        return orders;
    }
}
