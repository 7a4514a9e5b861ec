package makerdeck.simulator.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.simulator.matching.BookOrder;
import makerdeck.simulator.matching.DepthChanges;
import makerdeck.simulator.matching.MatchingBook;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.ExchangeListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown against sums over all resting orders, at any moment and of any length. */
class PublisherTest {

    private final DepthChanges changes = new DepthChanges();
    private final MatchingBook book = new MatchingBook(changes);
    private final Told told = new Told();
    private final Publisher publisher = new Publisher(book, changes, told);
    private final List<BookOrder> resting = new ArrayList<>();

    /** Puts the updates together, and looks while one is told. */
    private final class Told implements ExchangeListener {
        private final TreeMap<Long, Long> bids = new TreeMap<>();
        private final TreeMap<Long, Long> asks = new TreeMap<>();
        private long lastId;

        @Override
        public void depthChanged(Supplier<DepthUpdate> changed) {
            var update = changed.get();
            assertEquals(++lastId, update.lastId());
            update.bids().forEach(level -> put(bids, level));
            update.asks().forEach(level -> put(asks, level));
            assertEquals(plain(4), publisher.depth(4));
        }

        private static void put(TreeMap<Long, Long> side, Level level) {
            long steps = level.quantity().steps();
            if (steps == 0) {
                side.remove(level.price().ticks());
            } else {
                side.put(level.price().ticks(), steps);
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void showsTheBookAsItIs(long seed) {
        var random = new SplittableRandom(seed);
        changes.watch();
        for (int event = 0; event < 300; event++) {
            for (int left = random.nextInt(4); left > 0; left--) {
                change(random);
                if (random.nextInt(5) == 0) {
                    assertEquals(plain(5), publisher.depth(5));
                }
            }
            publisher.publish(event);
            int levels = random.nextInt(3) > 0 ? 5 : random.nextInt(1, 20);
            assertEquals(plain(levels), publisher.depth(levels));
            assertEquals(totals(Side.BID), told.bids);
            assertEquals(totals(Side.ASK), told.asks);
        }
    }

    private void change(SplittableRandom random) {
        if (random.nextInt(12) >= resting.size()) {
            var side = random.nextBoolean() ? Side.BID : Side.ASK;
            var order = new BookOrder(1, side, 10 + random.nextInt(12), 1 + random.nextInt(3), null);
            book.rest(order);
            resting.add(order);
        } else {
            var order = resting.get(random.nextInt(resting.size()));
            if (random.nextBoolean()) {
                book.remove(order);
            } else {
                book.fill(order, 1 + random.nextLong(order.remaining));
            }
            resting.removeIf(each -> !each.isResting());
        }
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

    private Book plain(int levels) {
        return new Book(plain(Side.BID, levels), plain(Side.ASK, levels), told.lastId);
    }

    private List<Level> plain(Side side, int most) {
        var byPrice = Comparator.comparing(Level::price);
        return totals(side).entrySet().stream()
                .map(total -> new Level(new Price(total.getKey()), new Quantity(total.getValue())))
                .sorted(side == Side.BID ? byPrice.reversed() : byPrice)
                .limit(most)
                .toList();
    }
}
