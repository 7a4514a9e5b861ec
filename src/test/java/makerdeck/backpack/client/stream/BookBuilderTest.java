package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.client.SteppedNanos;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.junit.jupiter.api.Test;

class BookBuilderTest {

    private final SteppedNanos nanos = new SteppedNanos(0);
    private final Heard heard = new Heard();
    private final BookBuilder builder = new BookBuilder(Samples.RULES, nanos, heard);

    /** What the keeper told its owner. */
    static final class Heard implements BookBuilder.Owner {
        final List<Book> books = new ArrayList<>();
        final List<String> losses = new ArrayList<>();
        final List<String> resubscribed = new ArrayList<>();
        int wanted;

        @Override
        public void snapshotWanted() {
            wanted++;
        }

        @Override
        public void subscriptionWanted(Message reason) {
            resubscribed.add(Keys.of(reason));
        }

        @Override
        public void bookMoved(Book book) {
            books.add(book);
        }

        @Override
        public void bookLost(Message reason) {
            losses.add(Keys.of(reason));
        }

        Book last() {
            return books.get(books.size() - 1);
        }
    }

    /** Asks for nothing and remembers nothing. */
    static final class Deaf implements BookBuilder.Owner {

        @Override
        public void snapshotWanted() {}

        @Override
        public void subscriptionWanted(Message reason) {}

        @Override
        public void bookMoved(Book book) {}

        @Override
        public void bookLost(Message reason) {}
    }

    static StreamData.Depth diff(long first, long last, List<List<String>> bids, List<List<String>> asks) {
        return new StreamData.Depth(0L, 0L, first, asks, bids, "depth", "SOL_USDC", last);
    }

    private static StreamData.Depth bid(long id, String price, String quantity) {
        return diff(id, id, List.of(List.of(price, quantity)), List.of());
    }

    private static Level level(long ticks, long steps) {
        return new Level(new Price(ticks), new Quantity(steps));
    }

    private void seed(long id) {
        builder.seed(new DepthSnapshot(
                id, List.of(List.of("99", "1"), List.of("99.5", "2")), List.of(List.of("100.5", "3"))));
    }

    @Test
    void readsAscendingSidesAndPutsTheBestFirst() {
        seed(10);

        assertEquals(List.of(level(9950, 200), level(9900, 100)), heard.last().bids());
        assertEquals(List.of(level(10050, 300)), heard.last().asks());
        assertEquals(10, heard.last().updateId());
    }

    @Test
    void dropsWhatTheSnapshotHoldsAndAppliesTheRest() {
        builder.diff(bid(9, "99.5", "7"));
        builder.diff(bid(10, "99.5", "8"));
        builder.diff(bid(11, "99.5", "9"));
        builder.diff(bid(12, "99.6", "1"));

        seed(10);

        assertEquals(
                List.of(level(9960, 100), level(9950, 900), level(9900, 100)),
                heard.last().bids());
        assertEquals(12, heard.last().updateId());
        assertEquals(1, heard.books.size());
    }

    @Test
    void theFirstUpdateMayReachBackBehindTheSnapshot() {
        builder.diff(diff(8, 12, List.of(List.of("99.5", "9")), List.of()));

        seed(10);

        assertEquals(12, heard.last().updateId());
        assertEquals(0, heard.losses.size());
    }

    @Test
    void asksForAnotherSnapshotWhenThisOneIsTooOld() {
        builder.diff(bid(12, "99.5", "9"));

        seed(10);
        assertEquals(1, heard.wanted);
        assertEquals(0, heard.books.size());
        seed(11);

        assertEquals(12, heard.last().updateId());
    }

    @Test
    @FaultRow("24")
    void waitsForTheStreamWhenTheSnapshotIsAhead() {
        builder.diff(bid(9, "99.5", "9"));
        seed(12);

        builder.diff(bid(11, "99.5", "9"));
        builder.diff(bid(12, "99.5", "9"));
        builder.diff(bid(13, "99.5", "4"));

        assertEquals(level(9950, 400), heard.last().bids().get(0));
        assertEquals(0, heard.losses.size());
    }

    @Test
    void oneSpellingOfAPriceDeletesTheOther() {
        seed(10);

        builder.diff(bid(11, "99.50", "0.00"));

        assertEquals(List.of(level(9900, 100)), heard.last().bids());
    }

    @Test
    @FaultRow("25")
    void ignoresDuplicatesAndCountsEmptyUpdates() {
        seed(10);
        builder.diff(bid(11, "99.5", "9"));
        builder.diff(bid(12, "99.5", "3"));
        builder.diff(bid(11, "99.5", "9"));
        builder.diff(diff(13, 13, List.of(), List.of()));
        builder.diff(bid(14, "99", "0"));

        assertEquals(List.of(level(9950, 300)), heard.last().bids());
        assertEquals(14, heard.last().updateId());
        assertEquals(0, heard.losses.size());
    }

    @Test
    @FaultRow("24")
    void aHoleLosesTheBookAndTheNextSnapshotBridgesIt() {
        seed(10);
        builder.diff(bid(11, "99.5", "9"));

        builder.diff(bid(13, "99.5", "7"));
        assertEquals(1, heard.losses.size());
        assertEquals(1, heard.wanted);
        assertEquals(1, builder.gaps());
        builder.diff(bid(14, "99", "5"));
        seed(12);

        assertEquals(List.of(level(9950, 700), level(9900, 500)), heard.last().bids());
    }

    @Test
    void anUpdateThatOverlapsTheLastOneIsAHole() {
        seed(10);
        builder.diff(bid(11, "99.5", "9"));

        builder.diff(diff(11, 12, List.of(), List.of()));

        assertEquals(1, heard.losses.size());
    }

    private void seedAndFollow() {
        seed(10);
        builder.diff(bid(11, "99.5", "9"));
        heard.books.clear();
    }

    @Test
    @FaultRow("58")
    void numbersThatStartOverLowerLoseTheBookAtOnceAndTheNextSnapshotIsBelieved() {
        seedAndFollow();

        builder.diff(bid(1, "99.5", "7"));
        assertEquals(1, heard.losses.size());
        assertEquals(1, heard.wanted);
        assertFalse(builder.isSeeded());
        builder.diff(bid(2, "99", "5"));
        seed(1);

        assertEquals(List.of(level(9950, 200), level(9900, 500)), heard.last().bids());
        assertEquals(2, heard.last().updateId());
    }

    @Test
    @FaultRow("58")
    void aSnapshotAskedForBeforeTheBreakIsOfAnotherEpoch() {
        seedAndFollow();
        int before = builder.epoch();

        builder.diff(bid(1, "99.5", "7"));

        assertNotEquals(before, builder.epoch());
    }

    @Test
    @FaultRow("58")
    void numbersThatStartOverJustBehindAreNoRepetition() {
        seedAndFollow();
        builder.diff(bid(12, "99.5", "8"));

        builder.diff(bid(12, "99.5", "1"));

        assertFalse(builder.isSeeded());
    }

    @Test
    @FaultRow("58")
    void numbersThatCannotBeLoseTheBookAndAreForgottenAtOnce() {
        for (long absurd : new long[] {-1, -12, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1}) {
            builder.begin();
            seedAndFollow();
            heard.losses.clear();

            builder.diff(bid(absurd, "99.5", "7"));
            assertEquals(1, heard.losses.size());
            assertFalse(builder.isSeeded());
            builder.diff(bid(13, "99.5", "7"));
            seed(12);

            assertEquals(13, heard.last().updateId());
        }
    }

    @Test
    @FaultRow("58")
    void aJumpFarAheadIsForgottenWithTheNextUpdate() {
        seedAndFollow();

        builder.diff(bid(1_000_000_000_000L, "99.5", "7"));
        assertFalse(builder.isSeeded());
        builder.diff(bid(12, "99.5", "7"));
        seed(11);

        assertEquals(12, heard.last().updateId());
        assertEquals(List.of(), heard.resubscribed);
    }

    @Test
    @FaultRow("58")
    void threeSnapshotsThatDoNotBridgeMeanAnotherSubscription() {
        seedAndFollow();
        builder.diff(bid(1_000_000_000_000L, "99.5", "7"));

        assertFalse(builder.seed(new DepthSnapshot(12, List.of(), List.of())));
        assertFalse(builder.seed(new DepthSnapshot(13, List.of(), List.of())));
        assertEquals(List.of(), heard.resubscribed);
        assertFalse(builder.seed(new DepthSnapshot(14, List.of(), List.of())));

        assertEquals(1, heard.resubscribed.size());
        builder.begin();
        seed(15);
        assertEquals(15, heard.last().updateId());
    }

    @Test
    @FaultRow("58")
    void aSnapshotAheadOfTheStreamIsNotToldUntilTheStreamHasComeThere() {
        builder.diff(bid(9, "99.5", "9"));
        seed(12);
        assertEquals(List.of(), heard.books);

        builder.diff(diff(10, 12, List.of(List.of("99.5", "2")), List.of()));

        assertEquals(12, heard.last().updateId());
    }

    @Test
    @FaultRow("58")
    void aStreamThatNeverComesToWhereTheSnapshotIsIsDeaf() {
        builder.diff(bid(9, "99.5", "9"));
        seed(12);

        nanos.advance(Duration.ofMillis(501));
        builder.review();
        assertEquals(List.of("client.book.ahead"), heard.losses);
        nanos.advance(Duration.ofSeconds(1));
        builder.review();

        assertEquals(List.of("client.stream.deaf"), heard.resubscribed);
    }

    @Test
    void aDoubtThatNoSnapshotSettlesLosesTheBook() {
        seedAndFollow();

        builder.doubt(Message.plain("doubt"));
        assertEquals(1, heard.wanted);
        assertTrue(builder.isSeeded());
        nanos.advance(Duration.ofMillis(1501));
        builder.review();

        assertEquals(List.of("message.plain[doubt]"), heard.losses);
        assertFalse(builder.isSeeded());
    }

    @Test
    void aDoubtIsSettledByASnapshotWhileTheBookLivesOn() {
        seedAndFollow();

        builder.doubt(Message.plain("doubt"));
        builder.diff(bid(12, "99.5", "8"));
        seed(11);
        nanos.advance(Duration.ofSeconds(10));
        builder.review();

        assertEquals(List.of(), heard.losses);
        assertEquals(level(9950, 800), heard.last().bids().get(0));
    }

    @Test
    void agreesOnlyWithWhatIsItsOwnBest() throws DecodeException {
        seed(10);

        assertTrue(builder.agrees(
                new DepthSnapshot(10, List.of(List.of("99.50", "2.00")), List.of(List.of("100.5", "3")))));
        assertFalse(
                builder.agrees(new DepthSnapshot(10, List.of(List.of("99.5", "1")), List.of(List.of("100.5", "3")))));
        assertFalse(
                builder.agrees(new DepthSnapshot(10, List.of(List.of("99.6", "2")), List.of(List.of("100.5", "3")))));
        assertFalse(builder.agrees(new DepthSnapshot(10, List.of(List.of("99.5", "2")), List.of())));
    }

    @Test
    @FaultRow("26")
    void aCrossedBookIsLostAtOnceAndHealsWithTheNextUpdate() {
        seed(10);

        builder.diff(bid(11, "100.5", "1"));
        assertEquals(List.of("client.book.crossed"), heard.losses);
        builder.diff(bid(12, "100.5", "0"));

        assertEquals(12, heard.last().updateId());
        assertEquals(0, heard.wanted);
    }

    @Test
    @FaultRow("26")
    void aBookThatStaysCrossedIsSeededAfresh() {
        seed(10);
        builder.diff(bid(11, "101", "1"));

        nanos.advance(Duration.ofMillis(2001));
        builder.review();

        assertEquals(1, heard.wanted);
        assertFalse(builder.isSeeded());
    }

    @Test
    @FaultRow("27")
    void absurdLevelsLoseTheBook() {
        for (var absurd : List.of("0", "-1", "1e400", "NaN", "", "9".repeat(41))) {
            seed(10);

            builder.diff(bid(11, absurd, "1"));

            assertFalse(builder.isSeeded(), absurd);
        }
    }

    @Test
    void othersOffGridPricesAreRoundedTowardsTheSpreadAndSummed() {
        seed(10);

        builder.diff(bid(11, "99.491", "1"));

        assertEquals(level(9950, 300), heard.last().bids().get(0));
    }

    @Test
    void publishesFiftyLevelsOfASide() {
        builder.seed(new DepthSnapshot(5, ladder(999), List.of()));

        assertEquals(50, heard.last().bids().size());
        assertEquals(level(999, 100), heard.last().bids().get(0));
    }

    @Test
    void aMarketThatMovesFarIsSeededAgainWhileTheBookLivesOn() {
        builder.seed(new DepthSnapshot(5, ladder(2000).subList(1000, 2000), List.of()));
        var deletes = IntStream.rangeClosed(1051, 2000)
                .mapToObj(BookBuilderTest::delete)
                .toList();
        builder.diff(diff(6, 6, deletes, List.of()));
        assertEquals(0, heard.wanted);

        builder.diff(diff(7, 7, List.of(delete(1050), List.of("5", "1")), List.of()));
        assertEquals(1, heard.wanted);
        assertTrue(builder.isSeeded());
        assertEquals(level(500, 100), heard.last().bids().get(49));
        builder.diff(diff(8, 8, List.of(delete(1049)), List.of()));
        builder.seed(new DepthSnapshot(7, ladder(1049).subList(49, 1049), List.of()));

        assertEquals(level(1048, 100), heard.last().bids().get(0));
        assertEquals(level(999, 100), heard.last().bids().get(49));
        assertEquals(8, heard.last().updateId());
        assertEquals(List.of(), heard.losses);
    }

    @Test
    void aSnapshotThatIsOlderThanTheLivingBookIsOfNoUse() {
        builder.seed(new DepthSnapshot(5, ladder(2000).subList(1000, 2000), List.of()));
        var deletes = IntStream.rangeClosed(1050, 2000)
                .mapToObj(BookBuilderTest::delete)
                .toList();
        builder.diff(diff(6, 6, deletes, List.of()));
        assertEquals(1, heard.wanted);

        assertFalse(builder.seed(new DepthSnapshot(5, ladder(1000), List.of())));

        assertEquals(2, heard.wanted);
        assertEquals(level(1049, 100), heard.last().bids().get(0));
    }

    private static List<List<String>> ladder(int levels) {
        return IntStream.rangeClosed(1, levels)
                .mapToObj(ticks -> List.of(price(ticks), "1"))
                .toList();
    }

    private static List<String> delete(int ticks) {
        return List.of(price(ticks), "0.00");
    }

    private static String price(int ticks) {
        return Samples.SOL_USDC.text(new Price(ticks));
    }
}
