package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.client.SteppedNanos;
import makerdeck.backpack.client.base.Backoff;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.domain.Price;
import makerdeck.faults.FaultRow;
import makerdeck.message.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How long a book that has broken is still told, and until the venue is asked for another one, in stepped time. */
class BookBreaksTest {

    private static final Duration STEP = Duration.ofMillis(10);
    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final SteppedNanos nanos = new SteppedNanos(0);
    private final Backoff pauses =
            new Backoff(PublicStream.FIRST_PAUSE, PublicStream.LONGEST_PAUSE, new SplittableRandom(5));
    private final TradePrints prints = new TradePrints(nanos);
    private final BookBuilder builder = new BookBuilder(Samples.RULES, nanos, new Owner());

    private long askAt = Long.MAX_VALUE;
    private boolean lost;
    private boolean asked;

    /** Asks after a pause, which grows while no snapshot is of use. */
    private final class Owner implements BookBuilder.Owner {

        @Override
        public void snapshotWanted() {
            if (askAt == Long.MAX_VALUE) {
                askAt = nanos.getAsLong() + pauses.next().toNanos();
            }
        }

        @Override
        public void subscriptionWanted(Message reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void bookMoved(Book book) {
            prints.moved(book);
            lost = false;
        }

        @Override
        public void bookLost(Message reason) {
            lost = true;
        }
    }

    private void tick() {
        if (prints.wantBook()) {
            builder.doubt(Message.plain("paid beyond"));
        }
        builder.review();
        if (nanos.getAsLong() >= askAt) {
            askAt = Long.MAX_VALUE;
            asked = true;
        }
    }

    private static StreamData.Depth bid(long id) {
        return BookBuilderTest.diff(id, id, List.of(List.of("99.5", "9")), List.of());
    }

    private static Arguments broken(String how, BiConsumer<BookBuilder, TradePrints> by) {
        return Arguments.of(how, by);
    }

    static List<Arguments> breaks() {
        return List.of(
                broken("restart lower", (builder, prints) -> builder.diff(bid(2))),
                broken("negative", (builder, prints) -> builder.diff(bid(-102))),
                broken("gap", (builder, prints) -> builder.diff(bid(103))),
                broken("jump", (builder, prints) -> builder.diff(bid(Long.MAX_VALUE))),
                broken("frozen, a trade beyond it", (builder, prints) -> prints.paid(new Price(9000))));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    @FaultRow("58")
    void aBreakOfAnyKindWithdrawsTheBookAndAsksForAnotherWithinThreeSeconds(
            String how, BiConsumer<BookBuilder, TradePrints> by) {
        for (int earlier = 0; earlier < 10; earlier++) {
            // The worst pause: as after many snapshots that were of no use.
            pauses.next();
        }
        builder.seed(new DepthSnapshot(100, List.of(List.of("99.5", "2")), List.of(List.of("100.5", "3"))));
        builder.diff(bid(101));
        long from = nanos.getAsLong();
        long withdrawn = -1;
        long wanted = -1;

        by.accept(builder, prints);
        while (withdrawn < 0 || wanted < 0) {
            tick();
            long passed = nanos.getAsLong() - from;
            withdrawn = withdrawn < 0 && lost ? passed : withdrawn;
            wanted = wanted < 0 && asked ? passed : wanted;
            assertTrue(passed <= AT_MOST.toNanos(), () -> "lost " + lost + ", asked " + asked);
            nanos.advance(STEP);
        }

        System.out.printf(
                "%s: book withdrawn after %d ms, another asked for after %d ms%n",
                how, withdrawn / 1_000_000, wanted / 1_000_000);
    }
}
