package makerdeck.simulator.model;

/**
 * An accepted order in the market's own units.
 *
 * @param limitTicks the last price it may trade at
 * @param steps all it may trade; for an order by quote quantity what its amount reaches now, and one
 *     more if the other side ends before the amount does
 * @param lock what to lock: of a bid ticks times steps of the quote asset, of an ask steps of the base asset
 */
public record OrderTerms(long limitTicks, long steps, long lock) {}
