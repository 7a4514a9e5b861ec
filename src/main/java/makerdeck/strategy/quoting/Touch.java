package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Book;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;

/** The best prices of everybody else. Immutable. */
public record Touch(Price bid, Price ask) {

    /** The touch of a book with our own orders taken out; empty when a side is empty or the book is crossed. */
    public static Optional<Touch> of(Book book, List<RestingQuote> live) {
        if (!book.isHealthy()) {
            return Optional.empty();
        }
        return best(book, Side.BID, live)
                .flatMap(bid -> best(book, Side.ASK, live).map(ask -> new Touch(bid, ask)));
    }

    private static Optional<Price> best(Book book, Side side, List<RestingQuote> live) {
        Map<Price, Quantity> own = new HashMap<>();
        for (var order : live) {
            if (order.side() == side) {
                own.merge(order.price(), order.remaining(), Quantity::plus);
            }
        }
        for (var level : book.levels(side)) {
            if (level.quantity().compareTo(own.getOrDefault(level.price(), Quantity.ZERO)) > 0) {
                return Optional.of(level.price());
            }
        }
        return Optional.empty();
    }

    public Price side(Side side) {
        return side == Side.BID ? bid : ask;
    }

    /** Halfway between them, exact. */
    public BigDecimal mid(Market market) {
        return market.mid(bid, ask);
    }
}
