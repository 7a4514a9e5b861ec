package makerdeck.engine.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Side;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.journal.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lots are written down as they change: what stands is all of them, and what it takes does not grow with them. */
class LotsTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final BigDecimal PRICE = new BigDecimal("150");

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** What stands in the file, by number. */
    private final Map<Long, Entry.Lot> rows = new TreeMap<>();

    private Entry.Lots write(Entry.Lots lots) {
        rows.keySet().removeIf(number -> number < lots.first() || number >= lots.end());
        lots.changed().forEach(lot -> rows.put(lot.number(), lot));
        return new Entry.Lots(lots.first(), lots.end(), List.copyOf(rows.values()));
    }

    private static BigDecimal quantity(SplittableRandom random, int step) {
        // Long runs one way, then the other way, through nothing held to something owed.
        long most = step / 60 % 2 == 0 ? 1000 : 300;
        long least = step / 60 % 2 == 0 ? -300 : -1200;
        return random.nextInt(20) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextLong(least, most), 3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenDownAsItChangesIsAllThatIsHeldWheneverItIs(long seed) {
        var random = new SplittableRandom(seed);
        var expected = new WholeLots();
        var fifo = CostBasis.firstInFirstOut();
        for (int step = 0; step < 400; step++) {
            var quantity = quantity(random, step);
            var price = BigDecimal.valueOf(random.nextLong(9000, 11_000), 2);
            var cost = quantity.multiply(price).add(BigDecimal.valueOf(random.nextLong(100), 4));
            expected.change(quantity, cost);
            fifo.change(quantity, cost);

            assertEquals(expected.realised(), fifo.realised());
            assertEquals(0, expected.unrealised(price).compareTo(fifo.unrealised(price)));
            if (random.nextInt(1 + (int) (seed % 30)) == 0) {
                var kept = write(fifo.keep());
                assertEquals(
                        expected.lots(),
                        rows.values().stream()
                                .map(lot -> new WholeLots.Lot(lot.quantity(), lot.cost()))
                                .toList());
                if (random.nextBoolean()) {
                    var next = CostBasis.firstInFirstOut();
                    next.restore(fifo.realised(), kept);
                    fifo = next;
                }
            }
        }
    }

    @Test
    void oneThatIsMissingIsAnError() {
        var fifo = CostBasis.firstInFirstOut();
        for (int lot = 0; lot < 3; lot++) {
            fifo.change(BigDecimal.ONE, PRICE);
        }
        var all = fifo.keep();
        var lots = all.changed();

        for (var fewer : List.of(lots.subList(1, 3), lots.subList(0, 2), List.of(lots.get(0), lots.get(2)))) {
            var torn = new Entry.Lots(all.first(), all.end(), fewer);
            assertThrows(IllegalArgumentException.class, () -> CostBasis.firstInFirstOut()
                    .restore(BigDecimal.ZERO, torn));
        }
    }

    /** Books with so many lots, and what they tell the journal. */
    private static final class Desk {

        private final List<Entry> entries = new ArrayList<>();
        private final Ledger ledger = new Ledger();
        private final JournalWriter journal =
                new JournalWriter(entries::add, new MarketData(), new MarketSignals(), ledger);
        private Instant now = NOON;

        private Desk(int lots) {
            var nothing = new Balance(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
            ledger.open(new Balances(nothing, nothing), PRICE, NOON);
            for (int lot = 0; lot < lots; lot++) {
                trade(Side.BID);
            }
            keep();
        }

        private void trade(Side side) {
            var one = new BigDecimal("0.01");
            ledger.book(
                    new BookedTrade(side, PRICE, one, BigDecimal.ZERO, one, true, "USDC", BigDecimal.ZERO),
                    OrderPurpose.QUOTE);
        }

        private void keep() {
            now = now.plus(Duration.ofMinutes(1));
            journal.tick(now, now);
        }

        /** Of some fills, a look at what is unrealised, and the keeping; on this thread. */
        private long bytesOfAMinute() {
            var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            for (int warm = 0; warm < 20; warm++) {
                minute();
            }
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            minute();
            return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        }

        private void minute() {
            entries.clear();
            for (int fill = 0; fill < 3; fill++) {
                trade(Side.BID);
                trade(Side.ASK);
                ledger.unrealisedFirstInFirstOut();
            }
            keep();
        }

        private Entry.Lots told() {
            return entries.stream()
                    .filter(Entry.BooksKept.class::isInstance)
                    .map(entry -> ((Entry.BooksKept) entry).lots())
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aMinuteTakesTheSameHoweverManyThereAre() {
        long few = new Desk(10).bytesOfAMinute();
        var some = new Desk(1_000);
        var many = new Desk(100_000);

        assertTrue(some.bytesOfAMinute() < 1.2 * few, () -> "10 lots: " + few);
        assertTrue(many.bytesOfAMinute() < 1.2 * few, () -> "10 lots: " + few);
        assertEquals(3, many.told().changed().size());
        assertEquals(100_000, many.told().end() - many.told().first());
    }
}
