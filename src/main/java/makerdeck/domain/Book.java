package makerdeck.domain;

import java.util.List;
import java.util.Optional;

/**
 * The levels nearest the touch, best first on both sides. Immutable.
 *
 * @param updateId the venue's id of the last change it contains
 */
public record Book(Levels bids, Levels asks, long updateId) {

    public static final Book EMPTY = new Book(Levels.NONE, Levels.NONE, 0);

    public Book(List<Level> bids, List<Level> asks, long updateId) {
        this(Levels.of(bids), Levels.of(asks), updateId);
    }

    public Levels levels(Side side) {
        return side == Side.BID ? bids : asks;
    }

    /** The best level of a side; empty when nothing rests there. */
    public Optional<Level> best(Side side) {
        var levels = levels(side);
        return levels.isEmpty() ? Optional.empty() : Optional.of(levels.get(0));
    }

    /** The best price of a side in ticks; zero when nothing rests there. */
    public long touch(Side side) {
        var levels = levels(side);
        return levels.isEmpty() ? 0 : levels.ticks(0);
    }

    /** Both sides present and the best bid below the best ask. */
    public boolean isHealthy() {
        return !bids.isEmpty() && !asks.isEmpty() && bids.ticks(0) < asks.ticks(0);
    }
}
