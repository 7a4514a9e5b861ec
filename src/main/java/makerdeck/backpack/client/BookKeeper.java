package makerdeck.backpack.client;

import static makerdeck.backpack.client.WireText.present;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.LongSupplier;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.domain.Side;
import makerdeck.words.Words;

/**
 * Builds the book from diffs without a snapshot and a snapshot without a stream: buffer, seed, chain.
 * A hole, a crossing that lasts or an absurd level means starting over. A market that moves far from
 * its seed gets another one while the book lives on. Client thread only.
 */
final class BookKeeper {

    /** Hears what becomes of the book. */
    interface Owner {
        /** To be answered with {@link #seed}, sooner or later. */
        void snapshotWanted();

        void bookMoved(Book book);

        void bookLost(String reason);
    }

    /** A snapshot with as many levels on a side was cut there. */
    static final int SNAPSHOT_LEVELS = 1000;

    private static final int LONGEST_BUFFER = 20_000;
    private static final Duration LONGEST_CROSSING = Duration.ofSeconds(2);

    private final Interpreter interpreter;
    private final LongSupplier nanos;
    private final Owner owner;

    private final ArrayDeque<StreamData.Depth> buffer = new ArrayDeque<>();
    private BookSide bids;
    private BookSide asks;
    private boolean seeded;
    private boolean refreshing;
    private boolean bridged;
    private boolean crossed;
    private long crossedAt;
    private long last;
    private long gaps;

    BookKeeper(Interpreter interpreter, LongSupplier nanos, Owner owner) {
        this.interpreter = interpreter;
        this.nanos = nanos;
        this.owner = owner;
        bids = new BookSide(Side.BID, interpreter);
        asks = new BookSide(Side.ASK, interpreter);
    }

    /** Forgets everything: a new subscription follows. The owner asks for the first snapshot itself. */
    void begin() {
        buffer.clear();
        seeded = false;
        refreshing = false;
    }

    boolean isSeeded() {
        return seeded;
    }

    /** The id of the last change in the book. */
    long lastUpdateId() {
        return last;
    }

    /** Holes found in the chain since start. */
    long gaps() {
        return gaps;
    }

    void diff(StreamData.Depth diff) {
        if (!seeded || refreshing) {
            keep(diff);
        }
        if (seeded && chain(diff)) {
            publish();
        }
    }

    private void keep(StreamData.Depth diff) {
        buffer.add(diff);
        if (buffer.size() > LONGEST_BUFFER) {
            buffer.clear();
        }
    }

    /** The answer to {@link Owner#snapshotWanted}; false when it was of no use and another one is wanted. */
    boolean seed(Snapshot snapshot) {
        if (seeded && !refreshing) {
            return true;
        }
        try {
            dropUpTo(snapshot.id());
            if (!bridges(snapshot.id())) {
                owner.snapshotWanted();
                return false;
            }
            fill(snapshot);
        } catch (UnreadableException e) {
            startOver(Words.say("client.book.snapshot-unreadable", e.getMessage()));
            return false;
        }
        drainBuffer();
        return true;
    }

    /** Whether the buffer goes on where a snapshot ends, or has not come so far. */
    private boolean bridges(long id) throws UnreadableException {
        var next = buffer.peek();
        return next == null ? !seeded || id >= last : first(next) <= id + 1;
    }

    private void dropUpTo(long id) throws UnreadableException {
        while (!buffer.isEmpty() && last(buffer.getFirst()) <= id) {
            buffer.removeFirst();
        }
    }

    private void fill(Snapshot snapshot) throws UnreadableException {
        bids = new BookSide(Side.BID, interpreter);
        asks = new BookSide(Side.ASK, interpreter);
        seed(bids, snapshot.bids());
        seed(asks, snapshot.asks());
        last = snapshot.id();
        seeded = true;
        refreshing = false;
        bridged = false;
        crossed = false;
    }

    private static void seed(BookSide side, List<List<String>> levels) throws UnreadableException {
        side.seed(levels, levels.size() >= SNAPSHOT_LEVELS);
    }

    private void drainBuffer() {
        while (seeded && !buffer.isEmpty()) {
            chain(buffer.removeFirst());
        }
        if (seeded) {
            publish();
        }
    }

    /** Applies a diff that follows the last one; false for one that changes nothing. */
    private boolean chain(StreamData.Depth diff) {
        try {
            long first = first(diff);
            long end = last(diff);
            if (end <= last) {
                return false;
            }
            if (bridged ? first != last + 1 : first > last + 1) {
                reseed(diff, first);
                return false;
            }
            bids.apply(diff.bids());
            asks.apply(diff.asks());
            bridged = true;
            last = end;
            return true;
        } catch (UnreadableException e) {
            startOver(Words.say("client.book.update-unreadable", e.getMessage()));
            return false;
        }
    }

    private void publish() {
        if (BookSide.cross(bids, asks)) {
            markCrossed();
        } else {
            crossed = false;
            owner.bookMoved(new Book(bids.published(), asks.published(), last));
            refreshIfFar();
        }
    }

    private void refreshIfFar() {
        if (!refreshing && (bids.isBeyondHorizon() || asks.isBeyondHorizon())) {
            refreshing = true;
            buffer.clear();
            owner.snapshotWanted();
        }
    }

    /** A crossing may heal with the next update; one that lasts is our error. */
    private void markCrossed() {
        long now = nanos.getAsLong();
        if (!crossed) {
            crossed = true;
            crossedAt = now;
            owner.bookLost(Words.say("client.book.crossed"));
        }
        review();
    }

    /** To be called now and then, since a crossed book may also stay as it is. */
    void review() {
        if (seeded && crossed && nanos.getAsLong() - crossedAt > LONGEST_CROSSING.toNanos()) {
            startOver(Words.say("client.book.crossed-long", LONGEST_CROSSING.toSeconds()));
        }
    }

    /** A hole: the buffer keeps what came after it, for the next snapshot to bridge. */
    private void reseed(StreamData.Depth diff, long first) {
        gaps += bridged ? 1 : 0;
        seeded = false;
        if (!refreshing) {
            buffer.addFirst(diff);
        }
        owner.bookLost(Words.say("client.book.gap", last, first));
        owner.snapshotWanted();
    }

    private void startOver(String reason) {
        begin();
        owner.bookLost(reason);
        owner.snapshotWanted();
    }

    private static long first(StreamData.Depth diff) throws UnreadableException {
        return present(diff.firstUpdateId(), "U");
    }

    private static long last(StreamData.Depth diff) throws UnreadableException {
        return present(diff.lastUpdateId(), "u");
    }
}
