package makerdeck.snapshot;

import java.math.BigDecimal;
import java.time.Instant;
import makerdeck.domain.Balances;

/**
 * What the account holds and where it should be. Percentages are of total value.
 *
 * @param ratio base share now, 0..100
 * @param low below this a rebalance buys; {@code high}: above this it sells
 * @param hardLow below this asks stop; {@code hardHigh}: above this bids stop
 * @param total value in the quote asset
 * @param at when the balances were last known to be true
 */
public record Inventory(
        Balances balances,
        BigDecimal ratio,
        BigDecimal target,
        BigDecimal low,
        BigDecimal high,
        BigDecimal hardLow,
        BigDecimal hardHigh,
        BigDecimal total,
        Instant at) {}
