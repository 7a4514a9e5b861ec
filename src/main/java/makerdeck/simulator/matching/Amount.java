package makerdeck.simulator.matching;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An exact decimal that changes in place: a long with so many decimals as long as it fits, beyond it a
 * {@link BigDecimal}. Every result has the value and the number of decimals that BigDecimal gives it.
 */
public final class Amount {

    /** What no long holds; the one number that is given up for it is kept as a BigDecimal, too. */
    private static final long TOO_LARGE = Long.MIN_VALUE;

    private static final long[] POWERS = new long[19];

    /** What each of them may be multiplied by. */
    private static final long[] MOST = new long[19];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = i == 0 ? 1 : 10 * POWERS[i - 1];
            MOST[i] = Long.MAX_VALUE / POWERS[i];
        }
    }

    private long unscaled;
    private int scale;

    /** In place of both when they cannot hold it. */
    private @Nullable BigDecimal large;

    public Amount() {}

    public Amount(BigDecimal decimal) {
        set(decimal);
    }

    /** A whole number. */
    public Amount set(long whole) {
        return whole == TOO_LARGE ? set(BigDecimal.valueOf(whole)) : keep(whole, 0);
    }

    public Amount set(Amount other) {
        unscaled = other.unscaled;
        scale = other.scale;
        large = other.large;
        return this;
    }

    public Amount set(BigDecimal decimal) {
        if (decimal.precision() < POWERS.length) {
            return keep(decimal.unscaledValue().longValueExact(), decimal.scale());
        }
        large = decimal;
        return this;
    }

    private Amount keep(long count, int decimals) {
        unscaled = count;
        scale = decimals;
        large = null;
        return this;
    }

    /** So many of a unit. */
    Amount set(long count, Amount unit) {
        if (unit.large == null) {
            long product = product(count, unit.unscaled);
            if (product != TOO_LARGE) {
                return keep(product, unit.scale);
            }
        }
        return set(BigDecimal.valueOf(count).multiply(unit.decimal()));
    }

    public Amount plus(Amount other) {
        return add(other, 1);
    }

    public Amount minus(Amount other) {
        return add(other, -1);
    }

    private Amount add(Amount other, int sign) {
        if (large == null && other.large == null) {
            int finest = Math.max(scale, other.scale);
            long mine = finer(unscaled, finest - scale);
            long more = finer(other.unscaled, finest - other.scale);
            long sum = mine + sign * more;
            boolean fits = mine != TOO_LARGE && more != TOO_LARGE && ((mine ^ sum) & (sign * more ^ sum)) >= 0;
            if (fits && sum != TOO_LARGE) {
                return keep(sum, finest);
            }
        }
        return set(sign > 0 ? decimal().add(other.decimal()) : decimal().subtract(other.decimal()));
    }

    public Amount times(Amount factor) {
        if (large == null && factor.large == null) {
            long product = product(unscaled, factor.unscaled);
            if (product != TOO_LARGE) {
                return keep(product, scale + factor.scale);
            }
        }
        return set(decimal().multiply(factor.decimal()));
    }

    public Amount movePointLeft(int places) {
        return large == null && scale + places >= 0
                ? keep(unscaled, scale + places)
                : set(decimal().movePointLeft(places));
    }

    public Amount negate() {
        return large == null ? keep(-unscaled, scale) : set(decimal().negate());
    }

    public int signum() {
        return large == null ? Long.signum(unscaled) : large.signum();
    }

    public boolean isLessThan(Amount other) {
        if (large == null && other.large == null) {
            int finest = Math.max(scale, other.scale);
            long mine = finer(unscaled, finest - scale);
            long others = finer(other.unscaled, finest - other.scale);
            if (mine != TOO_LARGE && others != TOO_LARGE) {
                return mine < others;
            }
        }
        return decimal().compareTo(other.decimal()) < 0;
    }

    public BigDecimal decimal() {
        return large == null ? BigDecimal.valueOf(unscaled, scale) : large;
    }

    private static long finer(long count, int decimals) {
        if (decimals == 0) {
            return count;
        }
        return decimals < POWERS.length && Math.abs(count) <= MOST[decimals] ? count * POWERS[decimals] : TOO_LARGE;
    }

    private static long product(long a, long b) {
        long low = a * b;
        if (a == (int) a && b == (int) b) {
            return low;
        }
        return Math.multiplyHigh(a, b) == low >> (Long.SIZE - 1) ? low : TOO_LARGE;
    }

    @Override
    public String toString() {
        return decimal().toString();
    }
}
