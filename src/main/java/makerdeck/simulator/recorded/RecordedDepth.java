package makerdeck.simulator.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.DisplayedDepth;
import org.jspecify.annotations.Nullable;

/** The book exactly as recorded: what everybody is shown. */
final class RecordedDepth implements DisplayedDepth {

    private final TreeMap<Long, Long> bids = new TreeMap<>();
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private long updateId;

    /** Displays a level; returns the steps that were displayed there until now. */
    long set(Side side, Level level) {
        var before = level.quantity().isZero()
                ? levels(side).remove(level.price().ticks())
                : levels(side).put(level.price().ticks(), level.quantity().steps());
        return before == null ? 0 : before;
    }

    void reached(long id) {
        updateId = id;
    }

    long updateId() {
        return updateId;
    }

    @Override
    public BookTop top(long nowNanos) {
        return new BookTop(updateId, best(bids.lastEntry()), best(asks.firstEntry()), nowNanos);
    }

    private static @Nullable Level best(Map.@Nullable Entry<Long, Long> entry) {
        return entry == null ? null : level(entry);
    }

    @Override
    public Book depth(int levels) {
        return new Book(first(bids.descendingMap(), levels), first(asks, levels), updateId);
    }

    private static List<Level> first(Map<Long, Long> side, int levels) {
        var first = new ArrayList<Level>();
        for (var entry : side.entrySet()) {
            if (first.size() == levels) {
                break;
            }
            first.add(level(entry));
        }
        return first;
    }

    private static Level level(Map.Entry<Long, Long> entry) {
        return new Level(new Price(entry.getKey()), new Quantity(entry.getValue()));
    }

    private TreeMap<Long, Long> levels(Side side) {
        return side == Side.BID ? bids : asks;
    }
}
