package makerdeck.simulator.marketdata;

import java.math.BigDecimal;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What traded in one interval. Prices are null when nothing did. Immutable.
 *
 * @param startNanos virtual nanoseconds since 1970, inclusive
 * @param endNanos exclusive
 */
public record ExchangeCandle(
        long startNanos,
        long endNanos,
        @Nullable Price open,
        @Nullable Price high,
        @Nullable Price low,
        @Nullable Price close,
        Quantity volume,
        BigDecimal quoteVolume,
        long trades) {}
