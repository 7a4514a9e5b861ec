package makerdeck.domain;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The levels of one side, best first, which may be kept as plain numbers: a {@link Level} is made when somebody asks for
 * one. Immutable, any thread.
 */
public abstract sealed class Levels extends AbstractList<Level> implements RandomAccess {

    public static final Levels NONE = new Near(new long[0], new long[0], 0, 1, 0, 0);

    // Asked for again and again. Whichever thread writes it writes the same.
    private @Nullable Level best;

    private Levels() {}

    /** Best first, in the given order. */
    public static Levels of(List<Level> levels) {
        return levels instanceof Levels same ? same : new Listed(List.copyOf(levels));
    }

    /** The first {@code count} of two arrays, whose numbers are never negative. */
    public static Levels bestFirst(long[] ticks, long[] steps, int count) {
        return count == 0 ? NONE : packed(ticks, steps, 0, 1, count);
    }

    /**
     * The last of two arrays whose numbers are never negative, the very last being the best.
     *
     * @param size of how many the arrays hold
     * @param most of how many are wanted
     */
    public static Levels bestLast(long[] ticks, long[] steps, int size, int most) {
        return size == 0 ? NONE : packed(ticks, steps, size - 1, -1, Math.min(size, most));
    }

    private static Levels packed(long[] ticks, long[] steps, int best, int way, int count) {
        long least = ticks[best];
        long greatest = least;
        long bits = 0;
        for (int i = 0, at = best; i < count; i++, at += way) {
            least = Math.min(least, ticks[at]);
            greatest = Math.max(greatest, ticks[at]);
            bits |= steps[at];
        }
        return greatest - least <= Character.MAX_VALUE && bits <= Integer.MAX_VALUE
                ? new Near(ticks, steps, best, way, count, least)
                : new Far(ticks, steps, best, way, count);
    }

    /** The price of a level in ticks. */
    public abstract long ticks(int index);

    /** What rests at a level, in steps. */
    public abstract long steps(int index);

    /** What rests at a price, in steps; zero when the price is not among the levels. */
    public long stepsAt(Price price) {
        int size = size();
        for (int i = 0; i < size; i++) {
            if (ticks(i) == price.ticks()) {
                return steps(i);
            }
        }
        return 0;
    }

    /**
     * The same prices with other quantities; a level of which nothing is left is not there.
     *
     * @param left steps that are left, of a price in ticks and what rests there in steps
     */
    public Levels reduced(LongBinaryOperator left) {
        var ticks = new long[size()];
        var steps = new long[size()];
        int count = 0;
        for (int i = 0; i < ticks.length; i++) {
            ticks[count] = ticks(i);
            steps[count] = left.applyAsLong(ticks(i), steps(i));
            count += steps[count] > 0 ? 1 : 0;
        }
        return bestFirst(ticks, steps, count);
    }

    @Override
    public Level get(int index) {
        Objects.checkIndex(index, size());
        if (index > 0) {
            return level(index);
        }
        var first = best;
        if (first == null) {
            first = level(0);
            best = first;
        }
        return first;
    }

    private Level level(int index) {
        return new Level(new Price(ticks(index)), new Quantity(steps(index)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Levels levels ? isSame(levels) : super.equals(other);
    }

    private boolean isSame(Levels other) {
        int size = size();
        if (size != other.size()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (ticks(i) != other.ticks(i) || steps(i) != other.steps(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** As the levels near a touch nearly always are: few ticks apart, with few steps each. */
    private static final class Near extends Levels {

        /** Of each level: ticks above the least, and the two halves of its steps. */
        private static final int NUMBERS = 3;

        private final long least;
        private final int size;
        private final char[] numbers;

        Near(long[] ticks, long[] steps, int best, int way, int count, long least) {
            this.least = least;
            this.size = count;
            this.numbers = new char[NUMBERS * count];
            for (int i = 0, at = best; i < numbers.length; i += NUMBERS, at += way) {
                numbers[i] = (char) (ticks[at] - least);
                numbers[i + 1] = (char) (steps[at] >> Character.SIZE);
                numbers[i + 2] = (char) steps[at];
            }
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public long ticks(int index) {
            return least + numbers[NUMBERS * index];
        }

        @Override
        public long steps(int index) {
            return (numbers[NUMBERS * index + 1] << Character.SIZE) | numbers[NUMBERS * index + 2];
        }
    }

    /** Whatever the numbers are. */
    private static final class Far extends Levels {

        private final long[] ticks;
        private final long[] steps;

        Far(long[] ticks, long[] steps, int best, int way, int count) {
            this.ticks = new long[count];
            this.steps = new long[count];
            for (int i = 0, at = best; i < count; i++, at += way) {
                this.ticks[i] = ticks[at];
                this.steps[i] = steps[at];
            }
        }

        @Override
        public int size() {
            return ticks.length;
        }

        @Override
        public long ticks(int index) {
            return ticks[index];
        }

        @Override
        public long steps(int index) {
            return steps[index];
        }
    }

    /** Those that somebody has made already. */
    private static final class Listed extends Levels {

        private final List<Level> levels;

        Listed(List<Level> levels) {
            this.levels = levels;
        }

        @Override
        public Level get(int index) {
            return levels.get(index);
        }

        @Override
        public int size() {
            return levels.size();
        }

        @Override
        public long ticks(int index) {
            return levels.get(index).price().ticks();
        }

        @Override
        public long steps(int index) {
            return levels.get(index).quantity().steps();
        }
    }
}
