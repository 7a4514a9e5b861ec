package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.domain.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A side in ticks against one in exact numbers, filled beyond what is kept. */
class BookSidesTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10 + Integer.getInteger("campaign", 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSideInTicksIsAnExactSide(long seed) throws DecodeException {
        var random = new SplittableRandom(seed);
        var side = seed % 2 == 0 ? Side.BID : Side.ASK;
        BookSide tick = new TickSide(side, Samples.RULES);
        BookSide exact = new ExactSide(side, Samples.RULES);
        for (int i = 0; i < 300; i++) {
            var changes = changes(random, i == 250);
            tick = tick.apply(changes);
            exact = exact.apply(changes);
            if (random.nextInt(30) == 0) {
                tick.cut();
                exact.cut();
            }
            assertEquals(exact.published(), tick.published());
            assertEquals(exact.isBeyondHorizon(), tick.isBeyondHorizon());
            assertEquals(exact.best(), tick.best());
            if (i % 25 == 0) {
                assertSame(exact.exact(), tick.exact());
            }
        }
        assertInstanceOf(ExactSide.class, tick);
    }

    private static void assertSame(ExactSide one, ExactSide other) {
        assertTrue(one.agrees(other) && other.agrees(one));
    }

    /** Mostly new levels, sometimes nearly all of them gone. */
    private static List<List<String>> changes(SplittableRandom random, boolean offGrid) {
        var changes = new ArrayList<List<String>>();
        if (random.nextInt(15) == 0) {
            int kept = random.nextInt(1, 4000);
            IntStream.range(1, 4000)
                    .filter(ticks -> Math.abs(ticks - kept) > 30)
                    .forEach(ticks -> changes.add(List.of(price(ticks), "0")));
        }
        for (int i = random.nextInt(1, 200); i > 0; i--) {
            var quantity = random.nextInt(4) == 0 ? "0" : String.valueOf(random.nextInt(1, 9));
            changes.add(List.of(price(random.nextInt(1, 4000)), quantity));
        }
        if (offGrid) {
            changes.add(random.nextInt(changes.size()), List.of("0.015", "1"));
        }
        return changes;
    }

    private static String price(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void agreesWithItsBestLevelsAndWithAll(Side side) throws DecodeException {
        var all = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> List.of(price(i), "1"))
                .toList();
        var ours = new TickSide(side, Samples.RULES);
        ours.apply(all);

        assertTrue(agrees(ours, side, all));
        assertTrue(agrees(ours, side, side == Side.BID ? all.subList(95, 100) : all.subList(0, 5)));
        assertEquals(false, agrees(ours, side, side == Side.BID ? all.subList(0, 5) : all.subList(95, 100)));
        assertEquals(false, agrees(ours, side, List.of()));
        assertEquals(false, agrees(ours, side, with(all, List.of(price(1), "2"))));
        assertEquals(false, agrees(ours, side, with(all, List.of(price(101), "2"))));
        assertTrue(agrees(new TickSide(side, Samples.RULES), side, List.of()));
        assertEquals(false, agrees(new TickSide(side, Samples.RULES), side, all));
    }

    private static List<List<String>> with(List<List<String>> levels, List<String> last) {
        var more = new ArrayList<>(levels);
        more.add(last);
        return more;
    }

    private static boolean agrees(TickSide ours, Side side, List<List<String>> nearest) throws DecodeException {
        var theirs = new TickSide(side, Samples.RULES);
        theirs.apply(nearest);
        assertEquals(ours.exact().agrees(theirs.exact()), ours.agrees(theirs));
        return ours.agrees(theirs);
    }

    @Test
    void aPriceBetweenTwoTicksIsDeletedWhereItIsNot() throws DecodeException {
        var side = new TickSide(Side.BID, Samples.RULES);

        var after = side.apply(List.of(List.of("1.00", "1"), List.of("1.005", "0"), List.of("100", "0")));

        assertEquals(side, after);
        assertEquals(1, side.published().size());
    }

    @Test
    void onlyWhatFollowsIsAppliedToTheSideInExactNumbers() throws DecodeException {
        var full = IntStream.rangeClosed(1001, 1000 + BookSide.MOST_LEVELS)
                .mapToObj(i -> List.of(price(i), "1"))
                .toList();
        var changes =
                List.of(List.of("1.00", "1"), List.of("15.00", "0"), List.of("16.00", "0"), List.of("12.005", "1"));
        var exact = new ExactSide(Side.BID, Samples.RULES);

        var tick = new TickSide(Side.BID, Samples.RULES).apply(full).apply(changes);
        exact.apply(full);
        exact.apply(changes);

        assertSame(exact, tick.exact());
    }
}
