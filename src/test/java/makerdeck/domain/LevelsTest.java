package makerdeck.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Levels in plain numbers are the list of levels they were made of, whatever the numbers are. */
class LevelsTest {

    private static Level level(long ticks, long steps) {
        return new Level(new Price(ticks), new Quantity(steps));
    }

    private static List<Level> random(SplittableRandom random) {
        var levels = new ArrayList<Level>();
        long from = random.nextLong(1L << random.nextInt(1, 50));
        for (int i = random.nextInt(60); i > 0; i--) {
            levels.add(level(
                    from + random.nextLong(1L << random.nextInt(1, 20)), random.nextLong(1L << random.nextInt(1, 34))));
        }
        return levels;
    }

    @Test
    void areTheListTheyWereMadeOf() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 3000; i++) {
            var list = random(random);
            same(list, Levels.of(list));
            same(list, inNumbers(list));

            assertEquals(Levels.of(list), inNumbers(list));
            var other = inNumbers(list);
            list.add(level(1, 1));
            assertNotEquals(other, inNumbers(list));
            assertNotEquals(other, Levels.of(list));
        }
    }

    private static void same(List<Level> list, Levels levels) {
        assertEquals(list, levels);
        assertEquals(levels, list);
        assertEquals(list.hashCode(), levels.hashCode());
        assertEquals(list.toString(), levels.toString());
        for (int i = 0; i < list.size(); i++) {
            assertEquals(list.get(i).price().ticks(), levels.ticks(i));
            assertEquals(list.get(i).quantity().steps(), levels.steps(i));
        }
    }

    private static Levels inNumbers(List<Level> list) {
        return Levels.bestFirst(
                list.stream().mapToLong(level -> level.price().ticks()).toArray(),
                list.stream().mapToLong(level -> level.quantity().steps()).toArray(),
                list.size());
    }

    @Test
    void theLimitsOfSmallNumbersAreNoLimitsOfLevels() {
        for (long apart : new long[] {Character.MAX_VALUE, Character.MAX_VALUE + 1L, Integer.MAX_VALUE}) {
            for (long steps : new long[] {0, Character.MAX_VALUE + 1L, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L}) {
                var bids = List.of(level(7 + apart, 1), level(7, steps));

                assertEquals(bids, inNumbers(bids));
                assertEquals(bids, Levels.bestLast(new long[] {7, 7 + apart}, new long[] {steps, 1}, 2, 2));
            }
        }
    }

    @Test
    void theLastOfArraysAreTheBest() {
        var ticks = new long[] {100, 105, 109, 0};
        var steps = new long[] {1, 2, 3, 9};

        assertEquals(List.of(level(109, 3), level(105, 2)), Levels.bestLast(ticks, steps, 3, 2));
        assertEquals(List.of(level(109, 3), level(105, 2), level(100, 1)), Levels.bestLast(ticks, steps, 3, 50));
        assertEquals(List.of(level(100, 1), level(105, 2)), Levels.bestFirst(ticks, steps, 2));
        assertEquals(List.of(), Levels.bestLast(ticks, steps, 0, 50));
    }

    @Test
    void doNotFollowTheArraysTheyWereMadeOf() {
        var ticks = new long[] {100};
        var levels = Levels.bestFirst(ticks, new long[] {1}, 1);

        ticks[0] = 101;

        assertEquals(List.of(level(100, 1)), levels);
        assertThrows(UnsupportedOperationException.class, () -> levels.add(level(1, 1)));
    }

    @Test
    void sayWhatRestsAtAPrice() {
        var levels = Levels.of(List.of(level(109, 3), level(105, 2)));

        assertEquals(2, levels.stepsAt(new Price(105)));
        assertEquals(0, levels.stepsAt(new Price(106)));
        assertSame(levels.get(0), levels.get(0));
        assertThrows(IndexOutOfBoundsException.class, () -> levels.get(2));
        assertThrows(IndexOutOfBoundsException.class, () -> Levels.NONE.get(0));
    }

    @Test
    void whatIsLeftOfALevelMayBeNothing() {
        var levels = Levels.of(List.of(level(109, 3), level(105, 2), level(104, 8)));

        assertEquals(List.of(level(109, 1), level(104, 6)), levels.reduced((ticks, steps) -> steps - 2));
        assertEquals(List.of(), levels.reduced((ticks, steps) -> -1));
    }

    @Test
    void aBookOfEitherKindOfListIsTheSame() {
        var bids = List.of(level(109, 3), level(105, 2));
        var asks = List.of(level(110, 3));
        var book = new Book(bids, asks, 7);

        assertEquals(book, new Book(inNumbers(bids), inNumbers(asks), 7));
        assertEquals(109, book.touch(Side.BID));
        assertEquals(0, Book.EMPTY.touch(Side.ASK));
        assertEquals(true, book.isHealthy());
        assertEquals(false, new Book(bids, bids, 7).isHealthy());
    }
}
