package makerdeck.accounting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held of an asset and what it cost, oldest first, over all years. What a part of it cost is rounded; the rest
 * keeps the difference, so that nothing is lost in the sum.
 */
final class CostLots {

    private static final int DECIMALS = 18;

    private record Lot(Instant acquired, BigDecimal quantity, BigDecimal cost) {}

    /** A part that went. {@code acquired} null: nobody knows where it came from, and it cost nothing. */
    record Gone(@Nullable Instant acquired, BigDecimal quantity, BigDecimal cost) {}

    private final Deque<Lot> lots = new ArrayDeque<>();
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO;

    void came(Instant at, BigDecimal more, BigDecimal itsCost) {
        if (more.signum() > 0) {
            lots.addLast(new Lot(at, more, itsCost));
            quantity = quantity.add(more);
            cost = cost.add(itsCost);
        }
    }

    /** What went of the oldest lots, which are shorter by it. */
    List<Gone> oldest(BigDecimal less) {
        var gone = new ArrayList<Gone>();
        var left = less;
        while (left.signum() > 0 && !lots.isEmpty()) {
            var lot = lots.removeFirst();
            if (lot.quantity.compareTo(left) <= 0) {
                gone.add(new Gone(lot.acquired, lot.quantity, lot.cost));
                left = left.subtract(lot.quantity);
            } else {
                var part = share(lot.cost, left, lot.quantity);
                gone.add(new Gone(lot.acquired, left, part));
                lots.addFirst(new Lot(lot.acquired, lot.quantity.subtract(left), lot.cost.subtract(part)));
                left = BigDecimal.ZERO;
            }
        }
        if (left.signum() > 0) {
            gone.add(new Gone(null, left, BigDecimal.ZERO));
        }
        return gone;
    }

    /** What as much cost on average; the pool is smaller by it. */
    BigDecimal average(BigDecimal less) {
        var part = less.compareTo(quantity) >= 0 ? cost : share(cost, less, quantity);
        quantity = quantity.subtract(less.min(quantity));
        cost = cost.subtract(part);
        return part;
    }

    /** {@code part} of {@code whole}. */
    static BigDecimal share(BigDecimal cost, BigDecimal part, BigDecimal whole) {
        return cost.multiply(part).divide(whole, DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** What the lots cost that are still there. */
    BigDecimal costOfLots() {
        return lots.stream().map(Lot::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the pool of the average still costs. */
    BigDecimal costOfPool() {
        return cost;
    }
}
