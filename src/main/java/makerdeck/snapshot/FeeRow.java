package makerdeck.snapshot;

import makerdeck.domain.Fees;

/**
 * What trading costs on this market.
 *
 * @param used what is reckoned with
 * @param maker who says so of the maker fee, {@code taker} likewise
 * @param automatic what {@code auto} stands for
 */
public record FeeRow(Fees used, FeeSource maker, FeeSource taker, Fees automatic) {}
