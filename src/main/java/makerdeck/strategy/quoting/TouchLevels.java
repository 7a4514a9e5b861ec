package makerdeck.strategy.quoting;

import java.util.List;
import java.util.Optional;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;

/** The best prices of everybody else and what they hold there. Immutable. */
public record TouchLevels(Level bid, Level ask) {

    /** Of a book with our own orders taken out; empty when a side is empty or the book is crossed. */
    public static Optional<TouchLevels> of(Book book, List<RestingQuote> live) {
        if (!book.isHealthy()) {
            return Optional.empty();
        }
        return best(book, Side.BID, live)
                .flatMap(bid -> best(book, Side.ASK, live).map(ask -> new TouchLevels(bid, ask)));
    }

    private static Optional<Level> best(Book book, Side side, List<RestingQuote> live) {
        var levels = book.levels(side);
        for (int i = 0; i < levels.size(); i++) {
            long ours = ours(side, levels.ticks(i), live);
            if (levels.steps(i) > ours) {
                return Optional.of(
                        ours == 0
                                ? levels.get(i)
                                : new Level(new Price(levels.ticks(i)), new Quantity(levels.steps(i) - ours)));
            }
        }
        return Optional.empty();
    }

    private static long ours(Side side, long ticks, List<RestingQuote> live) {
        long steps = 0;
        for (var order : live) {
            if (order.side() == side && order.price().ticks() == ticks) {
                steps = Math.addExact(steps, order.remaining().steps());
            }
        }
        return steps;
    }

    public Touch touch() {
        return new Touch(bid.price(), ask.price());
    }

    /** From -1 when all of what rests there is to sell to 1 when all of it is to buy. */
    public double imbalance() {
        double bids = bid.quantity().steps();
        double asks = ask.quantity().steps();
        return (bids - asks) / (bids + asks);
    }
}
