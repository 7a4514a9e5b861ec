package makerdeck.simulator.model;

import java.math.BigDecimal;

/**
 * An accepted order in the market's own units.
 *
 * @param limitTicks the last price it may trade at
 * @param steps all it may trade; for an order by quote quantity what its amount reaches now, and one
 *     more if the other side ends before the amount does
 * @param lock what to lock: quote asset for a bid, base asset for an ask
 */
public record OrderTerms(long limitTicks, long steps, BigDecimal lock) {}
