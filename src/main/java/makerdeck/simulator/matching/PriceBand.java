package makerdeck.simulator.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import makerdeck.simulator.model.ListedMarket;
import org.jspecify.annotations.Nullable;

/** The prices a limit order may have, in ticks. */
final class PriceBand {

    /** A fraction of the last price, exact: so many parts of so many. */
    private record Fraction(long parts, long whole) {

        static @Nullable Fraction of(@Nullable BigDecimal decimal) {
            if (decimal == null) {
                return null;
            }
            int decimals = Math.max(0, decimal.stripTrailingZeros().scale());
            return new Fraction(
                    decimal.movePointRight(decimals).longValueExact(),
                    BigDecimal.TEN.pow(decimals).longValueExact());
        }

        /** Compares ticks with this fraction of others: products of two longs, in 128 bits. */
        int compare(long ticks, long others) {
            int high = Long.compare(Math.multiplyHigh(ticks, whole), Math.multiplyHigh(others, parts));
            return high != 0 ? high : Long.compareUnsigned(ticks * whole, others * parts);
        }
    }

    private final long lowest;
    private final @Nullable Fraction low;
    private final @Nullable Fraction high;

    PriceBand(ListedMarket listed) {
        var rules = listed.rules();
        // A market that says no lowest price takes none of nothing all the same.
        lowest = Math.max(
                1,
                listed.minPrice()
                        .divide(rules.tickSize(), 0, RoundingMode.CEILING)
                        .longValueExact());
        low = Fraction.of(rules.bandLow());
        high = Fraction.of(rules.bandHigh());
    }

    boolean admits(long ticks, long lastTicks) {
        return ticks >= lowest
                && (low == null || low.compare(ticks, lastTicks) >= 0)
                && (high == null || high.compare(ticks, lastTicks) <= 0);
    }
}
