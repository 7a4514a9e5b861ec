package makerdeck.engine.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import makerdeck.domain.Book;
import makerdeck.domain.Levels;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;

/**
 * What of ours has left and may still stand in the book we see, for book and account come over two sockets.
 * A desk that took it for somebody else's would quote around its own shadow.
 *
 * <p>Engine thread only.
 */
final class StaleOwnLiquidity {

    /** Two sockets are not further apart than that; a book that no longer shows it ends it earlier. */
    private static final Duration LASTS = Duration.ofSeconds(1);

    private record Gone(Side side, Price price, Quantity quantity, Instant at) {

        boolean isAt(Side otherSide, long ticks) {
            return side == otherSide && price.ticks() == ticks;
        }
    }

    private final Deque<Gone> gone = new ArrayDeque<>();

    /** An order that rested, or part of it, has been filled or cancelled. */
    void left(ManagedOrder order, Quantity quantity, Instant now) {
        gone.addLast(new Gone(order.side(), order.price(), quantity, now));
    }

    /** The book without it. {@code live}: our orders that may rest. */
    Book without(Book book, List<ManagedOrder> live, Instant now) {
        for (var oldest = gone.iterator(); oldest.hasNext(); ) {
            var left = oldest.next();
            if (Duration.between(left.at(), now).compareTo(LASTS) > 0 || isOver(left, book, live)) {
                oldest.remove();
            }
        }
        return gone.isEmpty() ? book : new Book(levels(book, Side.BID), levels(book, Side.ASK), book.updateId());
    }

    /** The book holds less at that price than what rests and what has left: it has seen it leave. */
    private boolean isOver(Gone left, Book book, List<ManagedOrder> live) {
        long resting = 0;
        for (var order : live) {
            resting += left.isAt(order.side(), order.price().ticks())
                    ? order.remaining().steps()
                    : 0;
        }
        return book.levels(left.side()).stepsAt(left.price())
                < resting + steps(left.side(), left.price().ticks());
    }

    private long steps(Side side, long ticks) {
        long steps = 0;
        for (var left : gone) {
            steps += left.isAt(side, ticks) ? left.quantity().steps() : 0;
        }
        return steps;
    }

    private Levels levels(Book book, Side side) {
        return book.levels(side).reduced((ticks, steps) -> steps - steps(side, ticks));
    }
}
