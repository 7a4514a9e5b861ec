package makerdeck.simulator.matching;

import java.util.Arrays;
import java.util.List;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;

/**
 * The levels one event touched, each with the quantity it had before; then those whose quantity is another one now. Made
 * to be filled and emptied millions of times: nothing is allocated for a level until somebody asks for it.
 */
public final class DepthChanges {

    /** Those of one side, ascending in price. */
    private static final class Touched {
        private long[] ticks = new long[64];
        private long[] totals = new long[64];
        private int size;

        /** Only the first total of a price counts. */
        void note(long price, long total) {
            int at = size > 0 && price > ticks[size - 1] ? -size - 1 : Arrays.binarySearch(ticks, 0, size, price);
            if (at >= 0) {
                return;
            }
            int index = -at - 1;
            if (size == ticks.length) {
                ticks = Arrays.copyOf(ticks, 2 * size);
                totals = Arrays.copyOf(totals, 2 * size);
            }
            System.arraycopy(ticks, index, ticks, index + 1, size - index);
            System.arraycopy(totals, index, totals, index + 1, size - index);
            ticks[index] = price;
            totals[index] = total;
            size++;
        }

        /** Leaves those that differ from the book, with what they are there. */
        void compare(BookSideLevels levels) {
            int left = 0;
            for (int at = 0; at < size; at++) {
                var level = levels.find(ticks[at]);
                long total = level == null ? 0 : level.total;
                if (total != totals[at]) {
                    ticks[left] = ticks[at];
                    totals[left++] = total;
                }
            }
            size = left;
        }

        List<Level> levels() {
            var levels = new Level[size];
            for (int at = 0; at < size; at++) {
                levels[at] = new Level(new Price(ticks[at]), new Quantity(totals[at]));
            }
            return List.of(levels);
        }
    }

    private final Touched bids = new Touched();
    private final Touched asks = new Touched();
    private boolean watching;

    /** Nothing is kept until somebody watches. */
    public void watch() {
        watching = true;
    }

    public boolean isEmpty() {
        return bids.size == 0 && asks.size == 0;
    }

    /** Called before a level changes. */
    void note(PriceLevel level) {
        if (watching) {
            side(level.side).note(level.ticks, level.total);
        }
    }

    /** At the end of an event: only what differs from the book stays, as it is there. */
    public void compare(MatchingBook book) {
        bids.compare(book.side(Side.BID));
        asks.compare(book.side(Side.ASK));
    }

    /** After {@link #compare}: the levels of a side whose quantity now differs, ascending in price. Immutable. */
    public List<Level> levels(Side side) {
        return side(side).levels();
    }

    public boolean isAny(Side side) {
        return side(side).size > 0;
    }

    /** The price of the one that is nearest the other side; there must be one. */
    public long nearest(Side side) {
        return side == Side.BID ? bids.ticks[bids.size - 1] : asks.ticks[0];
    }

    /** The next event begins. */
    public void clear() {
        bids.size = 0;
        asks.size = 0;
    }

    private Touched side(Side side) {
        return side == Side.BID ? bids : asks;
    }
}
