package makerdeck.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Highest and lowest trade of one past minute. */
public record Candle(Instant start, BigDecimal high, BigDecimal low) {

    public static final Duration LENGTH = Duration.ofMinutes(1);

    public Candle {
        if (low.signum() <= 0 || high.compareTo(low) < 0) {
            throw new IllegalArgumentException("candle must have 0 < low <= high, was low " + low.toPlainString()
                    + ", high " + high.toPlainString());
        }
    }

    /** When its minute is over. */
    public Instant end() {
        return start.plus(LENGTH);
    }
}
