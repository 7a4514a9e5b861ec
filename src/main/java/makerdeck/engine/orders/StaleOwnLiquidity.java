package makerdeck.engine.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
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

        boolean isAt(Side otherSide, Price otherPrice) {
            return side == otherSide && price.equals(otherPrice);
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
        var resting = live.stream()
                .filter(order -> left.isAt(order.side(), order.price()))
                .mapToLong(order -> order.remaining().steps())
                .sum();
        var shown = book.levels(left.side()).stream()
                .filter(level -> left.isAt(left.side(), level.price()))
                .mapToLong(level -> level.quantity().steps())
                .sum();
        return shown < resting + steps(left.side(), left.price());
    }

    private long steps(Side side, Price price) {
        return gone.stream()
                .filter(left -> left.isAt(side, price))
                .mapToLong(left -> left.quantity().steps())
                .sum();
    }

    private List<Level> levels(Book book, Side side) {
        var others = new ArrayList<Level>();
        for (var level : book.levels(side)) {
            var left = level.quantity().steps() - steps(side, level.price());
            if (left > 0) {
                others.add(new Level(level.price(), new Quantity(left)));
            }
        }
        return others;
    }
}
