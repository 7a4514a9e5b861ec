package makerdeck.laboratory.model;

import org.jspecify.annotations.Nullable;

/**
 * What was known of market and account before a fill, from the last book heard. Statistics, no money. Immutable.
 *
 * @param volatility in % per day; null while it is being learnt
 * @param trendBp mid less its average over the last minute (exponential, time constant 60 s), in bp of the mid
 * @param imbalance of the touch: (bid size - ask size) / (bid size + ask size)
 * @param ratio the base asset's share of the account, in %
 */
public record Known(@Nullable Double volatility, double trendBp, double imbalance, double ratio) {}
