package makerdeck.engine.orders;

import java.util.Collection;
import makerdeck.domain.Book;
import makerdeck.domain.Levels;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.snapshot.OrderStage;

/** How much rests before our orders at their prices. Engine thread only. */
final class QueuePositions {

    private Book book = Book.EMPTY;

    /** The market's book is another. */
    void moved(Book moved, Collection<ManagedOrder> orders) {
        book = moved;
        orders.forEach(this::look);
    }

    /** What rested at its price when it came and has not gone since; others may have come behind it. */
    void look(ManagedOrder order) {
        if (order.stage() != OrderStage.OPEN) {
            return;
        }
        var levels = book.levels(order.side());
        if (isShown(levels, order.side(), order.price())) {
            var others = others(levels, order);
            var before = order.queueAhead();
            if (before == null || others.compareTo(before) < 0) {
                order.queueAhead(others);
            }
        }
    }

    /** Whether the levels reach to a price. */
    private static boolean isShown(Levels levels, Side side, Price price) {
        return !levels.isEmpty() && (price.ticks() - levels.ticks(levels.size() - 1)) * side.sign() >= 0;
    }

    private static Quantity others(Levels levels, ManagedOrder order) {
        long steps = levels.stepsAt(order.price());
        long own = order.remaining().steps();
        return steps > own ? new Quantity(steps - own) : Quantity.ZERO;
    }
}
