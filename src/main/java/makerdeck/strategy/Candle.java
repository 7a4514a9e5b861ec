package makerdeck.strategy;

import java.math.BigDecimal;

/** Highest and lowest trade of one past minute. */
public record Candle(BigDecimal high, BigDecimal low) {

    public Candle {
        if (low.signum() <= 0 || high.compareTo(low) < 0) {
            throw new IllegalArgumentException("candle must have 0 < low <= high, was low " + low.toPlainString()
                    + ", high " + high.toPlainString());
        }
    }
}
