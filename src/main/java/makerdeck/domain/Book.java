package makerdeck.domain;

import java.util.List;
import java.util.Optional;

/**
 * The levels nearest the touch, best first on both sides. Immutable.
 *
 * @param updateId the venue's id of the last change it contains
 */
public record Book(List<Level> bids, List<Level> asks, long updateId) {

    public static final Book EMPTY = new Book(List.of(), List.of(), 0);

    public Book {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    public List<Level> levels(Side side) {
        return side == Side.BID ? bids : asks;
    }

    /** The best level of a side; empty when nothing rests there. */
    public Optional<Level> best(Side side) {
        var levels = levels(side);
        return levels.isEmpty() ? Optional.empty() : Optional.of(levels.get(0));
    }

    /** Both sides present and the best bid below the best ask. */
    public boolean isHealthy() {
        return !bids.isEmpty()
                && !asks.isEmpty()
                && bids.get(0).price().compareTo(asks.get(0).price()) < 0;
    }
}
