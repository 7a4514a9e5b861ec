package makerdeck.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * What traded in one past minute.
 *
 * @param open price of its first trade
 * @param close price of its last trade
 * @param trades how many, at least one
 */
public record Candle(Instant start, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, long trades) {

    public static final Duration LENGTH = Duration.ofMinutes(1);

    public Candle {
        if (low.signum() <= 0 || high.compareTo(low) < 0) {
            throw new IllegalArgumentException("candle must have 0 < low <= high, was low " + low.toPlainString()
                    + ", high " + high.toPlainString());
        }
        requireWithin(low, high, open, "open");
        requireWithin(low, high, close, "close");
        if (trades < 1) {
            throw new IllegalArgumentException("candle must have trades, was " + trades);
        }
    }

    private static void requireWithin(BigDecimal low, BigDecimal high, BigDecimal price, String name) {
        if (price.compareTo(low) < 0 || price.compareTo(high) > 0) {
            throw new IllegalArgumentException("candle must have low <= " + name + " <= high, was low "
                    + low.toPlainString() + ", " + name + " " + price.toPlainString() + ", high "
                    + high.toPlainString());
        }
    }

    /** When its minute is over. */
    public Instant end() {
        return start.plus(LENGTH);
    }
}
