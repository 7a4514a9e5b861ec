package makerdeck.simulator.matching;

import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/** One price of the book: its orders in time priority and their sum. */
public final class PriceLevel {

    final Side side;
    public final long ticks;
    public long total;

    public @Nullable BookOrder first;

    @Nullable
    BookOrder last;

    private @Nullable Level shown;

    PriceLevel(Side side, long ticks) {
        this.side = side;
        this.ticks = ticks;
    }

    /** As it is shown, made anew only when the sum is another one. */
    public Level shown() {
        var level = shown;
        if (level == null || level.quantity().steps() != total) {
            level = new Level(level == null ? new Price(ticks) : level.price(), new Quantity(total));
            shown = level;
        }
        return level;
    }

    void append(BookOrder order) {
        order.level = this;
        order.inFront = order.owner == null ? 0 : ofNobody();
        order.ahead = last;
        if (last == null) {
            first = order;
        } else {
            last.behind = order;
        }
        last = order;
        total += order.remaining;
    }

    /** Steps of orders that belong to no account. */
    private long ofNobody() {
        long steps = 0;
        for (var order = first; order != null; order = order.behind) {
            steps += order.owner == null ? order.remaining : 0;
        }
        return steps;
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
        total += order.remaining;
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
        total -= order.remaining;
    }
}
