package makerdeck.simulator.matching;

import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/** One price of the book: its orders in time priority and their sum. */
public final class PriceLevel {

    final Side side;
    public final long ticks;
    public long total;

    /** What of it belongs to no account. */
    private long ofNobody;

    public @Nullable BookOrder first;

    @Nullable
    BookOrder last;

    PriceLevel(Side side, long ticks) {
        this.side = side;
        this.ticks = ticks;
    }

    void append(BookOrder order) {
        order.level = this;
        order.inFront = order.owner == null ? 0 : ofNobody;
        order.ahead = last;
        if (last == null) {
            first = order;
        } else {
            last.behind = order;
        }
        last = order;
        grow(order, order.remaining);
    }

    private void grow(BookOrder order, long steps) {
        total += steps;
        ofNobody += order.owner == null ? steps : 0;
    }

    /** Less is left of an order that rests here. */
    void reduce(BookOrder order, long steps) {
        order.remaining -= steps;
        grow(order, -steps);
    }

    void prepend(BookOrder order) {
        order.level = this;
        order.behind = first;
        if (first == null) {
            last = order;
        } else {
            first.ahead = order;
        }
        first = order;
        grow(order, order.remaining);
    }

    void unlink(BookOrder order) {
        if (order.ahead == null) {
            first = order.behind;
        } else {
            order.ahead.behind = order.behind;
        }
        if (order.behind == null) {
            last = order.ahead;
        } else {
            order.behind.ahead = order.ahead;
        }
        order.level = null;
        order.ahead = null;
        order.behind = null;
        grow(order, -order.remaining);
    }
}
