package makerdeck.simulator.matching;

import java.util.Arrays;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * The levels of one side in a sorted array with the best at the end, where almost everything
 * happens: finding the best costs nothing, and inserting near it moves a few entries.
 */
public final class BookSideLevels {

    private final Side side;
    private final int sign;
    // Parallel: keys grow towards the touch.
    private long[] keys = new long[64];
    private @Nullable PriceLevel[] levels = new PriceLevel[64];
    private int size;

    BookSideLevels(Side side) {
        this.side = side;
        this.sign = side.sign();
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    public @Nullable PriceLevel best() {
        return size == 0 ? null : levels[size - 1];
    }

    /** The level {@code rank} places behind the best, null when there are fewer. */
    public @Nullable PriceLevel ranked(int rank) {
        return rank < size ? levels[size - 1 - rank] : null;
    }

    /** The level at a price, null when nothing rests there. */
    public @Nullable PriceLevel find(long ticks) {
        int index = search(sign * ticks);
        return index < 0 ? null : levels[index];
    }

    PriceLevel obtain(long ticks) {
        long key = sign * ticks;
        int index = search(key);
        if (index >= 0) {
            var found = levels[index];
            if (found != null) {
                return found;
            }
        }
        var level = new PriceLevel(side, ticks);
        insert(-index - 1, key, level);
        return level;
    }

    void drop(PriceLevel level) {
        int index = search(sign * level.ticks);
        int behind = size - index - 1;
        System.arraycopy(keys, index + 1, keys, index, behind);
        System.arraycopy(levels, index + 1, levels, index, behind);
        levels[--size] = null;
    }

    private void insert(int index, long key, PriceLevel level) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            levels = Arrays.copyOf(levels, 2 * size);
        }
        System.arraycopy(keys, index, keys, index + 1, size - index);
        System.arraycopy(levels, index, levels, index + 1, size - index);
        keys[index] = key;
        levels[index] = level;
        size++;
    }

    private int search(long key) {
        if (size > 0 && keys[size - 1] == key) {
            return size - 1;
        }
        return Arrays.binarySearch(keys, 0, size, key);
    }
}
