package makerdeck.snapshot;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one time or one part of the quotes has made; money in the quote asset. The profit is captured + inventory - fees
 * + rebalanced + interest, in each row and in the sum of all.
 *
 * @param part what it is of
 * @param from when its time begins, null of a part
 * @param layer the number of the layer, 0 of anything else
 * @param fees those in third assets among them as far as they were converted; those of rebalances are not
 * @param rebalanced what rebalances made against the mid, their fees included
 * @param feesApart taken in third assets that have had no price, by asset; not part of the profit
 * @param markouts by seconds after the fills
 * @param quoted share of the running time in which each side was quoted, both together, in %; null when it did not run
 */
public record ResultRow(
        Part part,
        @Nullable Instant from,
        int layer,
        long fills,
        BigDecimal volumeBase,
        BigDecimal volumeQuote,
        BigDecimal captured,
        BigDecimal inventory,
        BigDecimal fees,
        BigDecimal rebalanced,
        BigDecimal interest,
        BigDecimal profit,
        Map<String, BigDecimal> feesApart,
        Map<Integer, Markout> markouts,
        @Nullable BigDecimal quoted) {

    /** What a row is of. */
    public enum Part {
        HOUR,
        DAY,
        LAYER,
        UNKNOWN_LAYER,
        REBALANCE,
        /** Of quotes by their side, and by how lively the market was. */
        BIDS,
        ASKS,
        LOW,
        MID,
        HIGH,
        UNKNOWN_REGIME,
        /** What belongs to no fill. */
        REST,
        TOTAL
    }

    /**
     * How the market went after so many fills, for us: mean of the volume, in basis points.
     *
     * @param error half of its 95 % interval, null while fills are too few to tell
     */
    public record Markout(
            long fills, BigDecimal basisPoints, @Nullable BigDecimal error) {}

    public ResultRow {
        feesApart = Map.copyOf(feesApart);
        markouts = Map.copyOf(markouts);
    }

    /** {@code 0.002 BNB, 1.5 MNT}; empty when the profit is whole. */
    public String feesApartText() {
        var text = new StringBuilder();
        new TreeMap<>(feesApart).forEach((asset, amount) -> text.append(text.isEmpty() ? "" : ", ")
                .append(amount.stripTrailingZeros().toPlainString())
                .append(' ')
                .append(asset));
        return text.toString();
    }
}
