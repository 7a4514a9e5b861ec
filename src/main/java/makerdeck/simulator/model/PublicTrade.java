package makerdeck.simulator.model;

import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;

/**
 * A trade as everybody sees it. Immutable.
 *
 * @param taker {@code BID} when a buyer lifted an ask; the buyer is the maker when it is {@code ASK}
 * @param buyOrderId 0 when a recorded feed does not tell
 * @param sellOrderId 0 when a recorded feed does not tell
 * @param atNanos virtual nanoseconds since 1970
 */
public record PublicTrade(
        long id, Side taker, long buyOrderId, long sellOrderId, Price price, Quantity quantity, long atNanos) {}
