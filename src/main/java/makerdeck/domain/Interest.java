package makerdeck.domain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What the lending pool has paid on one asset. Immutable.
 *
 * @param at by the venue's clock
 * @param quantity of the asset; negative when it was paid by us, for what was borrowed
 * @param key tells this payment from every other
 */
public record Interest(Instant at, String asset, BigDecimal quantity, String key) {}
