package makerdeck.simulator.recorded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.simulator.matching.BookOrder;
import makerdeck.simulator.matching.MatchingBook;

/**
 * Puts recorded levels on display and, as one order in front of each level's queue, into the book that
 * accounts trade on. What accounts take from such an order is gone until the recording changes that
 * level; the display never shows it. An account's order whose price the other side comes to display is filled.
 */
final class RecordedBook {

    private static final long NOT_AN_ORDER = 0;

    private final Market rules;
    private final MatchingBook book;
    private final RecordedDepth depth;
    private final RecordedQueue queue;
    private final Consumer<BookOrder> reached;
    private final Map<Long, BookOrder> bids = new HashMap<>();
    private final Map<Long, BookOrder> asks = new HashMap<>();

    /** @param reached fills an order of an account whose price the other side has reached */
    RecordedBook(
            Market rules, MatchingBook book, RecordedDepth depth, RecordedQueue queue, Consumer<BookOrder> reached) {
        this.rules = rules;
        this.book = book;
        this.depth = depth;
        this.queue = queue;
        this.reached = reached;
    }

    /** Applies recorded levels; returns them ascending in price. */
    List<Level> apply(Side side, List<RecordedLine.Displayed> recorded) {
        var levels = ascending(recorded.stream().map(this::level));
        levels.forEach(level -> display(side, level));
        return levels;
    }

    /** Makes a side equal to the recorded levels; returns what that changed, ascending in price. */
    List<Level> replace(Side side, List<RecordedLine.Displayed> recorded) {
        var vanished = depth.depth(Integer.MAX_VALUE).levels(side).stream()
                .map(level -> new Level(level.price(), Quantity.ZERO));
        return ascending(Stream.concat(vanished, recorded.stream().map(this::level))).stream()
                .filter(level -> display(side, level) != level.quantity().steps())
                .toList();
    }

    private static List<Level> ascending(Stream<Level> levels) {
        var ascending = new TreeMap<Price, Level>();
        levels.forEach(level -> ascending.put(level.price(), level));
        return List.copyOf(ascending.values());
    }

    /** Returns the steps that were displayed there until now. */
    private long display(Side side, Level level) {
        long before = depth.set(side, level);
        offer(side, level);
        queue.displayed(side, level, before);
        if (!level.quantity().isZero()) {
            queue.reached(side.opposite(), level.price().ticks()).forEach(reached);
        }
        return before;
    }

    private Level level(RecordedLine.Displayed recorded) {
        return new Level(rules.price(recorded.price()), rules.observed(recorded.quantity()));
    }

    private void offer(Side side, Level level) {
        long ticks = level.price().ticks();
        var offers = side == Side.BID ? bids : asks;
        var old = offers.remove(ticks);
        if (old != null && old.isResting()) {
            book.remove(old);
        }
        if (!level.quantity().isZero()) {
            var offer =
                    new BookOrder(NOT_AN_ORDER, side, ticks, level.quantity().steps(), null);
            book.restInFront(offer);
            offers.put(ticks, offer);
        }
    }
}
