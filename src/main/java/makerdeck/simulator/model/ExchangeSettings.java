package makerdeck.simulator.model;

import java.math.BigDecimal;
import java.time.Duration;
import makerdeck.domain.Fees;

/**
 * How an exchange begins. Immutable.
 *
 * @param startPrice the hidden fundamental's price at the start, and the last price before any trade
 * @param seed same settings and same calls give the same events
 * @param startNanos virtual nanoseconds since 1970 at which accounts can begin; a recording is shifted
 *     so that its first line falls on it
 * @param warmUp how long the agents trade among themselves before the start, for candles and a settled
 *     book; without effect on other sources
 */
public record ExchangeSettings(
        ListedMarket market, BigDecimal startPrice, MarketSource source, long seed, long startNanos, Duration warmUp) {

    /** Maker 8 bp, taker 10 bp. */
    public static final Fees STANDARD_FEES = new Fees(BigDecimal.valueOf(8), BigDecimal.valueOf(10));

    public ExchangeSettings {
        if (startPrice.signum() <= 0) {
            throw new IllegalArgumentException("startPrice must be positive, was " + startPrice.toPlainString());
        }
        if (warmUp.isNegative()) {
            throw new IllegalArgumentException("warmUp must not be negative, was " + warmUp);
        }
    }
}
