package makerdeck.snapshot;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sums of the session; money in the quote asset, volume in the base asset.
 *
 * @param feesQuote all fees, those in base converted at the fill's price
 * @param pnl change of equity since the start, transfers excluded
 * @param feesApart fees in assets that this market does not price, by asset: they are in no other sum, and {@code pnl}
 *     is without them
 * @param rebalanceCost what rebalances lost against mid, fees included
 */
public record Totals(
        long fills,
        long buys,
        long sells,
        BigDecimal volumeBase,
        BigDecimal volumeQuote,
        BigDecimal feesQuote,
        BigDecimal pnl,
        BigDecimal realised,
        BigDecimal rebalanceCost,
        Map<String, BigDecimal> feesApart) {

    public Totals {
        feesApart = Map.copyOf(feesApart);
    }

    /** {@code 0.002 BNB, 1.5 MNT}; empty when the profit is whole. */
    public String feesApartText() {
        return new TreeMap<>(feesApart)
                .entrySet().stream()
                        .map(fee -> fee.getValue().stripTrailingZeros().toPlainString() + " " + fee.getKey())
                        .collect(Collectors.joining(", "));
    }

    public static final Totals NONE = new Totals(
            0,
            0,
            0,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Map.of());
}
