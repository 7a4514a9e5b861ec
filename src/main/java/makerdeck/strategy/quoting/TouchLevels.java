package makerdeck.strategy.quoting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<Price, Quantity> own = new HashMap<>();
        for (var order : live) {
            if (order.side() == side) {
                own.merge(order.price(), order.remaining(), Quantity::plus);
            }
        }
        for (var level : book.levels(side)) {
            var ours = own.getOrDefault(level.price(), Quantity.ZERO);
            if (level.quantity().compareTo(ours) > 0) {
                return Optional.of(
                        ours.isZero()
                                ? level
                                : new Level(level.price(), level.quantity().minus(ours)));
            }
        }
        return Optional.empty();
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
