package makerdeck.simulator.marketdata;

import java.math.BigDecimal;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;

/** The trading of the last 24 virtual hours, to the minute. Immutable. */
public record DaySummary(
        Price first, Price last, Price high, Price low, Quantity volume, BigDecimal quoteVolume, long trades) {}
