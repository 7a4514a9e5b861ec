package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of each order is booked, in base units, by the venue's id; whosever order it is and whichever life booked it.
 * Forgets with {@link FillDeduplicator}: of what is older nothing is booked any more.
 *
 * <p>Engine thread only.
 */
public final class BookedSums {

    private record Sum(BigDecimal quantity, Instant lastAt) {

        Sum and(Sum other) {
            return new Sum(quantity.add(other.quantity), lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
        }
    }

    private final Map<String, Sum> sums = new HashMap<>();

    void add(String orderId, BigDecimal quantity, Instant at) {
        sums.merge(orderId, new Sum(quantity, at), Sum::and);
    }

    BigDecimal of(String orderId) {
        var sum = sums.get(orderId);
        return sum == null ? BigDecimal.ZERO : sum.quantity();
    }

    /** Forgets orders whose last fill happened before it. */
    void forget(Instant before) {
        sums.values().removeIf(sum -> sum.lastAt().isBefore(before));
    }
}
