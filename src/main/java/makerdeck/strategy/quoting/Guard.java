package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How many times wider than usual a side is quoted, and why. Immutable.
 *
 * @param cause {@link PriceCause#JUMP}, {@link PriceCause#FILLS}, {@link PriceCause#TREND} or {@link
 *     PriceCause#IMBALANCE}
 * @param left until it is over
 */
public record Guard(PriceCause cause, BigDecimal factor, Duration left) {

    public static final Guard NONE = new Guard(PriceCause.FILLS, BigDecimal.ONE, Duration.ZERO);

    /** The market has jumped. */
    public static Guard jump(Duration left) {
        return new Guard(PriceCause.JUMP, Widening.BY_JUMP, left);
    }

    public static Guard fills(BigDecimal factor, Duration left) {
        return new Guard(PriceCause.FILLS, factor, left);
    }

    /** What the market is about to do runs into the side; {@link #NONE} when no time is left. */
    public static Guard flow(PriceCause cause, Duration left) {
        return left.isZero() ? NONE : new Guard(cause, Widening.BY_FLOW, left);
    }

    /** The one that widens more; this one when both do as much. */
    public Guard or(Guard other) {
        return other.factor.compareTo(factor) > 0 ? other : this;
    }

    boolean widens() {
        return factor.compareTo(BigDecimal.ONE) != 0;
    }
}
