package makerdeck.snapshot;

import java.math.BigDecimal;

/**
 * The parts of a change of equity, and of the profit, in the quote asset.
 *
 * @param converted fees in third assets as far as they have had a price; part of the profit alone
 */
public record ProfitParts(
        BigDecimal captured,
        BigDecimal markToMarket,
        BigDecimal fees,
        BigDecimal converted,
        BigDecimal rebalance,
        BigDecimal interest,
        BigDecimal transfers) {}
