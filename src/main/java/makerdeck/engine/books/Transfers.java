package makerdeck.engine.books;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What came and went without a trade of ours, each valued at the mid of its moment.
 *
 * <p>Engine thread only.
 */
final class Transfers {

    private BigDecimal base = BigDecimal.ZERO;
    private BigDecimal baseValue = BigDecimal.ZERO;
    private BigDecimal total = BigDecimal.ZERO;

    void add(BigDecimal baseChange, BigDecimal quoteChange, BigDecimal mid) {
        var value = baseChange.multiply(mid);
        base = base.add(baseChange);
        baseValue = baseValue.add(value);
        total = total.add(value).add(quoteChange);
    }

    /** Of the base asset, what came less what went. */
    BigDecimal base() {
        return base;
    }

    /** What {@link #base} was worth in the quote asset as it came. */
    BigDecimal baseValue() {
        return baseValue;
    }

    /** In the quote asset. */
    BigDecimal total() {
        return total;
    }

    void write(Map<String, BigDecimal> sums) {
        sums.put("transfers", total);
        sums.put("transferred", base);
        sums.put("transferred-value", baseValue);
    }

    void read(Map<String, BigDecimal> sums) {
        total = Ledger.sum(sums, "transfers");
        base = Ledger.sum(sums, "transferred");
        baseValue = Ledger.sum(sums, "transferred-value");
    }
}
