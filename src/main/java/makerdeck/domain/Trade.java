package makerdeck.domain;

import java.time.Instant;

/**
 * A public trade.
 *
 * @param taker the side that took: {@code BID} when a buyer lifted an ask
 */
public record Trade(long id, Side taker, Price price, Quantity quantity, Instant at) {}
