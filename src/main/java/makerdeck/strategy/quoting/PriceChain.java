package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * How the nearest price of a side comes about: the price after each cause that has moved it. It is worked out by going
 * along it, so its last price is the quote's. Immutable.
 *
 * @param mid from which distances are counted
 */
public record PriceChain(Side side, BigDecimal mid, List<Step> steps) {

    /**
     * @param price exact; the last is on the market's grid
     * @param factor of the distance before, null for the first and for what only bounds or rounds
     * @param left until it is over, null when it has no end
     */
    public record Step(
            PriceCause cause,
            BigDecimal price,
            @Nullable BigDecimal factor,
            @Nullable Duration left) {}

    private static final MathContext PRECISE = MathContext.DECIMAL64;

    public PriceChain {
        steps = List.copyOf(steps);
    }

    /** From the mid to the price after a step in % of mid, positive away from the other side. */
    public BigDecimal percent(Step step) {
        return mid.subtract(step.price())
                .multiply(BigDecimal.valueOf(side.sign()))
                .movePointRight(2)
                .divide(mid, PRECISE);
    }

    /** The chain of an outer layer, for when what is nearer is not wanted. */
    PriceChain behind(BigDecimal price) {
        var all = new ArrayList<>(steps);
        all.add(new Step(PriceCause.LAYER, price, null, null));
        return new PriceChain(side, mid, all);
    }

    /** Goes along a chain. For one thread at a time. */
    static final class Walk {

        private final Market market;
        private final Side side;
        private final BigDecimal mid;
        private final List<Step> steps = new ArrayList<>();
        private BigDecimal price;
        private BigDecimal half = BigDecimal.ZERO;

        Walk(Market market, Side side, BigDecimal mid) {
            this.market = market;
            this.side = side;
            this.mid = mid;
            price = mid;
        }

        /** So far from the mid, a fraction of it; multiplied by a factor, unless it is the first. */
        void distance(PriceCause cause, BigDecimal fraction, @Nullable Duration left) {
            var factor = half.signum() == 0 ? null : fraction.divide(half, PRECISE);
            half = fraction;
            price = at(side, mid, half);
            steps.add(new Step(cause, price, factor, left));
        }

        /** Distances are counted from another price than the mid. */
        void reference(BigDecimal reference) {
            if (reference.compareTo(mid) != 0) {
                var before = price.subtract(mid);
                price = at(side, reference, half);
                var factor = before.signum() == 0 ? null : price.subtract(mid).divide(before, PRECISE);
                steps.add(new Step(PriceCause.SKEW, price, factor, null));
            }
        }

        /** On the grid and no nearer than {@code limit}. */
        Price end(Price limit) {
            var quoted = market.quoted(side, price);
            var last = quoted.betterThan(limit, side) ? limit : quoted;
            var exact = market.decimal(last);
            if (exact.compareTo(price) != 0) {
                steps.add(new Step(PriceCause.TICK, exact, null, null));
            }
            return last;
        }

        PriceChain chain() {
            return new PriceChain(side, mid, steps);
        }
    }

    /** So far from a price, a fraction of it, away from the other side. */
    static BigDecimal at(Side side, BigDecimal reference, BigDecimal distance) {
        var away = reference.multiply(distance, PRECISE);
        return side == Side.BID ? reference.subtract(away) : reference.add(away);
    }
}
