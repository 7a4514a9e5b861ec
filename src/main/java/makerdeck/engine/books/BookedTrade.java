package makerdeck.engine.books;

import java.math.BigDecimal;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;

/**
 * An execution in exact decimals: what the books need of it, whatever grid the market has meanwhile. Immutable.
 *
 * @param baseFee what of the fee was taken in the base asset, {@code quoteFee} in the quote asset
 * @param feeApart what was taken in {@code feeAsset}, a third asset; zero when it was taken in none
 */
public record BookedTrade(
        Side side,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal baseFee,
        BigDecimal quoteFee,
        boolean maker,
        String feeAsset,
        BigDecimal feeApart) {

    static BookedTrade of(Fill fill, Market rules) {
        var inBase = fill.feeAsset().equals(rules.base());
        var inQuote = fill.feeAsset().equals(rules.quote());
        return new BookedTrade(
                fill.side(),
                fill.price(),
                fill.quantity(),
                inBase ? fill.fee() : BigDecimal.ZERO,
                inQuote ? fill.fee() : BigDecimal.ZERO,
                fill.maker(),
                fill.feeAsset(),
                inBase || inQuote ? BigDecimal.ZERO : fill.fee());
    }

    /** {@code symbol}: {@code BASE_QUOTE}. */
    public static BookedTrade of(Entry.FillBooked fill, String symbol) {
        var inBase = symbol.startsWith(fill.feeAsset() + "_");
        var inQuote = symbol.endsWith("_" + fill.feeAsset());
        return new BookedTrade(
                fill.side(),
                fill.price(),
                fill.quantity(),
                inBase ? fill.fee() : BigDecimal.ZERO,
                inQuote ? fill.fee() : BigDecimal.ZERO,
                fill.maker(),
                fill.feeAsset(),
                inBase || inQuote ? BigDecimal.ZERO : fill.fee());
    }

    private BigDecimal signed() {
        return quantity.multiply(BigDecimal.valueOf(side.sign()));
    }

    /** What it changed of the base asset held. */
    BigDecimal baseChange() {
        return signed().subtract(baseFee);
    }

    /** What it changed of the quote asset held. */
    BigDecimal quoteChange() {
        return signed().multiply(price).negate().subtract(quoteFee);
    }
}
