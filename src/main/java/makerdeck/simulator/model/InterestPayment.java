package makerdeck.simulator.model;

import java.math.BigDecimal;

/**
 * What the lending pool has paid on one asset.
 *
 * @param atNanos virtual nanoseconds since 1970
 * @param rate of the quantity lent
 */
public record InterestPayment(long atNanos, String asset, BigDecimal quantity, BigDecimal rate) {}
