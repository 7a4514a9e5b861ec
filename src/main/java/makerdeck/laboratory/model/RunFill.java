package makerdeck.laboratory.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * One fill of a run, with what was known before and what came after. Immutable.
 *
 * @param layer of the quote it filled, 1 the nearest to the mid; 0 when it was no quote, as a rebalance
 * @param fee in the quote asset
 * @param mid of the last book heard before the fill; null when none was
 * @param known null when no book was heard before
 * @param mids of the market after the fill, by seconds; one that nobody knows is left out
 */
public record RunFill(
        Instant at,
        Side side,
        int layer,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal fee,
        boolean maker,
        @Nullable BigDecimal mid,
        @Nullable Known known,
        Map<Integer, BigDecimal> mids) {

    /** Seconds after a fill at which the market is looked at. */
    public static final List<Integer> MARKOUTS = List.of(1, 5, 30, 60);

    private static final double BASIS_POINTS = 10_000;

    public RunFill {
        mids = Collections.unmodifiableMap(new TreeMap<>(mids));
    }

    /** How far from the mid before it the fill was, in bp of that mid: above zero on the far side of the touch. */
    public OptionalDouble distanceBp() {
        return mid == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        BASIS_POINTS * side.sign() * mid.subtract(price).doubleValue() / mid.doubleValue());
    }

    /** What the fill was worth so many seconds later, before its fee, in bp of its price. */
    public OptionalDouble markoutBp(int seconds) {
        var later = mids.get(seconds);
        return later == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        BASIS_POINTS * side.sign() * later.subtract(price).doubleValue() / price.doubleValue());
    }

    /** The fee in bp of the fill's value. */
    public double feeBp() {
        return BASIS_POINTS * fee.doubleValue() / price.multiply(quantity).doubleValue();
    }
}
