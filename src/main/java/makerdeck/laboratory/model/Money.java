package makerdeck.laboratory.model;

import java.math.BigDecimal;

/**
 * What a run came to, in the quote asset, exact. Profit is captured + inventory - fees + rebalance. Immutable.
 *
 * @param captured what fills of quotes were better than the mid
 * @param inventory what the holdings became worth as the mid moved
 * @param fees of quotes, positive when they cost something
 * @param rebalance what rebalances were better than the mid, less their fees
 * @param pnl change of equity
 * @param alpha the same less that of the untouched opening basket
 * @param drawdown how far the equity fell at most below what it had been, looked at every second
 */
public record Money(
        BigDecimal captured,
        BigDecimal inventory,
        BigDecimal fees,
        BigDecimal rebalance,
        BigDecimal pnl,
        BigDecimal alpha,
        BigDecimal drawdown) {}
