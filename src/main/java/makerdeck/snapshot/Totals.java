package makerdeck.snapshot;

import java.math.BigDecimal;

/**
 * Sums of the session; money in the quote asset, volume in the base asset.
 *
 * @param feesQuote all fees, those in base converted at the fill's price
 * @param pnl change of equity since the start, transfers excluded
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
        BigDecimal rebalanceCost) {

    public static final Totals NONE = new Totals(
            0,
            0,
            0,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO);
}
