package makerdeck.simulator.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import makerdeck.domain.Level;
import makerdeck.domain.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the plain way: the whole book before an event beside the whole book after it. */
class DepthChangesTest {

    private final DepthChanges changes = new DepthChanges();
    private final MatchingBook book = new MatchingBook(changes);
    private final List<BookOrder> resting = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsOfEachSideWhatIsNotAsItWasBeforeTheEvent(long seed) {
        var random = new SplittableRandom(seed);
        int prices = random.nextBoolean() ? 5 : 300;
        changes.watch();

        for (int event = 0; event < 20; event++) {
            var bidsBefore = totals(Side.BID);
            var asksBefore = totals(Side.ASK);
            for (int left = random.nextInt(random.nextInt(4) == 0 ? 400 : 6); left > 0; left--) {
                change(random, prices);
            }
            changes.compare(book);

            assertEquals(differences(bidsBefore, totals(Side.BID)), told(changes.levels(Side.BID)));
            assertEquals(differences(asksBefore, totals(Side.ASK)), told(changes.levels(Side.ASK)));
            assertHeldAsItIs(Side.BID);
            assertHeldAsItIs(Side.ASK);
            changes.clear();
            assertTrue(changes.isEmpty());
        }
    }

    private void change(SplittableRandom random, int prices) {
        int what = random.nextInt(4);
        if (what < 2 || resting.isEmpty()) {
            var side = random.nextBoolean() ? Side.BID : Side.ASK;
            var order = new BookOrder(1, side, 10 + random.nextInt(prices), 1 + random.nextInt(3), null);
            if (what == 0) {
                book.restInFront(order);
            } else {
                book.rest(order);
            }
            resting.add(order);
            return;
        }
        var order = resting.get(random.nextInt(resting.size()));
        if (what == 2) {
            book.remove(order);
        } else {
            book.fill(order, 1 + random.nextLong(order.remaining));
        }
        resting.removeIf(each -> !each.isResting());
    }

    private TreeMap<Long, Long> totals(Side side) {
        var totals = new TreeMap<Long, Long>();
        for (var order : resting) {
            if (order.side == side) {
                totals.merge(order.ticks, order.remaining, Long::sum);
            }
        }
        return totals;
    }

    private static List<String> differences(TreeMap<Long, Long> before, TreeMap<Long, Long> after) {
        var prices = new TreeMap<>(before);
        prices.putAll(after);
        var differences = new ArrayList<String>();
        for (long ticks : prices.keySet()) {
            long total = after.getOrDefault(ticks, 0L);
            if (total != before.getOrDefault(ticks, 0L)) {
                differences.add(ticks + " " + total);
            }
        }
        return differences;
    }

    private void assertHeldAsItIs(Side side) {
        var held = new TreeMap<Long, Long>();
        var levels = book.side(side);
        for (int rank = 0; rank < levels.size(); rank++) {
            var level = Objects.requireNonNull(levels.ranked(rank));
            held.put(level.ticks, level.total);
        }
        assertEquals(totals(side), held);
    }

    private static List<String> told(List<Level> levels) {
        return levels.stream()
                .map(level -> level.price().ticks() + " " + level.quantity().steps())
                .toList();
    }
}
