package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.message.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the network does to the frames, every book that is published is the venue's at that id. */
class BookPropertyTest {

    private static final long MIDDLE = 10_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPublishedBookIsTheVenuesBook(long seed) {
        var random = new SplittableRandom(seed);
        var venue = new Truth(random);
        var owner = new Reseeding(venue, random);
        var builder = new BookBuilder(Samples.RULES, () -> 0, owner);
        owner.snapshotWanted();

        for (int i = 0; i < 200; i++) {
            var frame = venue.move();
            if (i % 50 != 25 && random.nextInt(60) > 0) {
                builder.diff(frame);
            }
            if (random.nextInt(10) == 0) {
                builder.diff(frame);
            }
            owner.answer(builder);
            owner.resubscribe(builder);
        }

        assertTrue(owner.published > 50, "published " + owner.published);
        assertTrue(owner.lost > 0, "no hole was ever found");
    }

    /** Checks every book and answers the wish for a snapshot some frames later, or from the past. */
    private static final class Reseeding implements BookBuilder.Owner {

        private final Truth venue;
        private final SplittableRandom random;
        private int delay = -1;
        private boolean resubscribing;
        private int published;
        private int lost;

        Reseeding(Truth venue, SplittableRandom random) {
            this.venue = venue;
            this.random = random;
        }

        void answer(BookBuilder builder) {
            if (delay >= 0 && delay-- == 0) {
                builder.seed(venue.snapshot(random.nextInt(4)));
            }
        }

        void resubscribe(BookBuilder builder) {
            if (resubscribing) {
                resubscribing = false;
                builder.begin();
                snapshotWanted();
            }
        }

        @Override
        public void subscriptionWanted(Message reason) {
            resubscribing = true;
        }

        @Override
        public void snapshotWanted() {
            delay = random.nextInt(6);
        }

        @Override
        public void bookMoved(Book book) {
            published++;
            assertEquals(venue.bookAt(book.updateId()), book);
        }

        @Override
        public void bookLost(Message reason) {
            lost++;
        }
    }

    /** A venue's book with a memory of every id, kept as naively as can be. */
    private static final class Truth {

        private final SplittableRandom random;
        private final TreeMap<Long, Long> bids = new TreeMap<>(Collections.reverseOrder());
        private final TreeMap<Long, Long> asks = new TreeMap<>();
        private final List<Book> books = new ArrayList<>();

        private final ArrayDeque<Moment> past = new ArrayDeque<>();

        record Moment(long id, Map<Long, Long> bids, Map<Long, Long> asks) {}

        Truth(SplittableRandom random) {
            this.random = random;
            remember();
        }

        /** Some changes in one frame, or none at all; every one has an id. */
        StreamData.Depth move() {
            long first = books.size();
            int changes = 1 + random.nextInt(3);
            var bidChanges = new TreeMap<Long, Long>();
            var askChanges = new TreeMap<Long, Long>();
            for (int i = 0; i < changes; i++) {
                change(bidChanges, askChanges);
                remember();
            }
            return BookBuilderTest.diff(first, books.size() - 1, wire(bidChanges), wire(askChanges));
        }

        private void change(Map<Long, Long> bidChanges, Map<Long, Long> askChanges) {
            long distance = 1 + random.nextLong(80);
            long quantity = random.nextInt(3) == 0 ? 0 : random.nextLong(1, 1000);
            boolean bid = random.nextBoolean();
            long price = bid ? MIDDLE - distance : MIDDLE + distance;
            if (quantity == 0) {
                (bid ? bids : asks).remove(price);
            } else {
                (bid ? bids : asks).put(price, quantity);
            }
            (bid ? bidChanges : askChanges).put(price, quantity);
        }

        private void remember() {
            books.add(new Book(top(bids), top(asks), books.size()));
            past.addFirst(new Moment(books.size() - 1, new TreeMap<>(bids), new TreeMap<>(asks)));
            if (past.size() > 4) {
                past.removeLast();
            }
        }

        Book bookAt(long id) {
            return books.get((int) id);
        }

        /** A snapshot that may be some ids old. */
        DepthSnapshot snapshot(int age) {
            var moment = past.stream()
                    .skip(Math.min(age, past.size() - 1))
                    .findFirst()
                    .orElseThrow();
            return new DepthSnapshot(moment.id, wire(moment.bids), wire(moment.asks));
        }

        private static List<Level> top(TreeMap<Long, Long> side) {
            return side.entrySet().stream()
                    .limit(50)
                    .map(each -> new Level(new Price(each.getKey()), new Quantity(each.getValue())))
                    .toList();
        }

        private List<List<String>> wire(Map<Long, Long> levels) {
            var wire = new ArrayList<List<String>>();
            levels.forEach((price, quantity) -> wire.add(List.of(spelled(price), spelled(quantity))));
            return wire;
        }

        /** Padded or trimmed, as the wire does both. */
        private String spelled(long hundredths) {
            var exact = BigDecimal.valueOf(hundredths, 2);
            return random.nextBoolean()
                    ? exact.toPlainString()
                    : exact.stripTrailingZeros().toPlainString();
        }
    }
}
