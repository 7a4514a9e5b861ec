package makerdeck.simulator.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import makerdeck.domain.Level;
import makerdeck.domain.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DepthChangesTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsOfEachSideWhatIsNotAsItWasBeforeTheEvent(long seed) {
        var random = new SplittableRandom(seed);
        var changes = new DepthChanges();
        changes.watch();
        var bids = new BookSideLevels(Side.BID);
        var asks = new BookSideLevels(Side.ASK);

        for (int event = 0; event < 20; event++) {
            var bidsBefore = totals(bids);
            var asksBefore = totals(asks);
            for (int change = 0; change < random.nextInt(6); change++) {
                change(random.nextBoolean() ? bids : asks, random, changes);
            }

            assertEquals(differences(bidsBefore, totals(bids)), told(changes.drain(Side.BID, bids)));
            assertEquals(differences(asksBefore, totals(asks)), told(changes.drain(Side.ASK, asks)));
            assertTrue(changes.isEmpty());
        }
    }

    private static void change(BookSideLevels levels, SplittableRandom random, DepthChanges changes) {
        var level = levels.obtain(random.nextLong(10, 15));
        changes.note(level);
        level.total = random.nextLong(0, 3);
        if (level.total == 0) {
            levels.drop(level);
        }
    }

    private static TreeMap<Long, Long> totals(BookSideLevels levels) {
        var totals = new TreeMap<Long, Long>();
        for (long ticks = 10; ticks < 15; ticks++) {
            var level = levels.find(ticks);
            totals.put(ticks, level == null ? 0 : level.total);
        }
        return totals;
    }

    private static List<String> differences(TreeMap<Long, Long> before, TreeMap<Long, Long> after) {
        var differences = new ArrayList<String>();
        after.forEach((ticks, total) -> {
            if (!total.equals(before.get(ticks))) {
                differences.add(ticks + " " + total);
            }
        });
        return differences;
    }

    private static List<String> told(List<Level> levels) {
        return levels.stream()
                .map(level -> level.price().ticks() + " " + level.quantity().steps())
                .toList();
    }
}
