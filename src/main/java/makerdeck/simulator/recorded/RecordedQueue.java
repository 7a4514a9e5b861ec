package makerdeck.simulator.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import makerdeck.domain.Level;
import makerdeck.domain.Side;
import makerdeck.simulator.matching.BookOrder;
import makerdeck.simulator.matching.MatchingBook;
import makerdeck.simulator.model.QueueModel;

/**
 * What the recording does to resting orders of accounts: trades at their price eat what is in front of them, the model
 * says how far what others take back lets them ahead, and all of them together fill no more than traded.
 */
final class RecordedQueue {

    private final MatchingBook book;
    private final QueueModel model;
    private final double unit;

    /** @param unit base units of one step */
    RecordedQueue(MatchingBook book, QueueModel model, double unit) {
        this.book = book;
        this.model = model;
        this.unit = unit;
    }

    /**
     * Calls {@code fill} with each order a trade reaches and how much of it.
     *
     * @param hit the side whose orders the trade took
     */
    void traded(Side hit, long ticks, long steps, ObjLongConsumer<BookOrder> fill) {
        long left = steps;
        for (var order : reached(hit, ticks)) {
            left -= order.ticks == ticks ? 0 : pass(order, left, fill);
        }
        left -= advance(hit, ticks, steps, left, fill);
        for (var order : reached(hit.opposite(), ticks)) {
            left -= order.ticks == ticks ? 0 : pass(order, left, fill);
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

    /**
     * The trade was at the price of these orders: in the order of the queue it eats what is in front of one, then the
     * one, then what stood between it and the next. Returns what it filled.
     */
    private long advance(Side side, long ticks, long steps, long most, ObjLongConsumer<BookOrder> fill) {
        double left = most;
        double eaten = 0;
        long filled = 0;
        for (var order : own(side, ticks)) {
            double front = Math.max(0, order.inFront - eaten);
            double more = Math.min(left, front);
            eaten += more;
            left -= more;
            order.inFront = front - more;
            order.traded += steps;
            long mine = pass(order, (long) left, fill);
            left -= mine;
            filled += mine;
        }
        return filled;
    }

    /**
     * The display at a price is another one.
     *
     * @param before steps displayed there until now
     */
    void displayed(Side side, Level now, long before) {
        long steps = now.quantity().steps();
        for (var order : own(side, now.price().ticks())) {
            order.inFront = model.after(order.inFront, before, steps, order.traded, unit);
            order.traded = 0;
        }
    }

    /** Orders of accounts at exactly a price, in the order of the queue. */
    private List<BookOrder> own(Side side, long ticks) {
        var orders = new ArrayList<BookOrder>();
        var level = book.side(side).find(ticks);
        for (var order = level == null ? null : level.first; order != null; order = order.behind) {
            if (order.owner != null) {
                orders.add(order);
            }
        }
        return orders;
    }

    /** Orders of accounts at a price or better, in priority. */
    List<BookOrder> reached(Side side, long ticks) {
        var levels = book.side(side);
        var orders = new ArrayList<BookOrder>();
        for (int rank = 0; rank < levels.size(); rank++) {
            var level = levels.ranked(rank);
            if (level == null || side.sign() * level.ticks < side.sign() * ticks) {
                break;
            }
            orders.addAll(own(side, level.ticks));
        }
        return orders;
    }
}
