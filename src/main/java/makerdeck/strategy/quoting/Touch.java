package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.Book;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Side;

/** The best prices of everybody else. Immutable. */
public record Touch(Price bid, Price ask) {

    /** The touch of a book with our own orders taken out; empty when a side is empty or the book is crossed. */
    public static Optional<Touch> of(Book book, List<RestingQuote> live) {
        return TouchLevels.of(book, live).map(TouchLevels::touch);
    }

    public Price side(Side side) {
        return side == Side.BID ? bid : ask;
    }

    /** Halfway between them, exact. */
    public BigDecimal mid(Market market) {
        return market.mid(bid, ask);
    }
}
