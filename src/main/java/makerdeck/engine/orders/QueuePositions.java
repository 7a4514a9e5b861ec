package makerdeck.engine.orders;

import java.util.Collection;
import java.util.List;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Quantity;
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
        var isShown =
                !levels.isEmpty() && !levels.get(levels.size() - 1).price().betterThan(order.price(), order.side());
        if (isShown) {
            var others = others(levels, order);
            var before = order.queueAhead();
            if (before == null || others.compareTo(before) < 0) {
                order.queueAhead(others);
            }
        }
    }

    private static Quantity others(List<Level> levels, ManagedOrder order) {
        for (var level : levels) {
            if (order.price().betterThan(level.price(), order.side())) {
                break;
            }
            if (level.price().equals(order.price())) {
                var own = order.remaining();
                return level.quantity().compareTo(own) > 0 ? level.quantity().minus(own) : Quantity.ZERO;
            }
        }
        return Quantity.ZERO;
    }
}
