package makerdeck.backpack.client.stream;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Builds the book from diffs without a snapshot and a snapshot without a stream: buffer, seed, chain.
 * A break in the numbers, a crossing that lasts or an absurd level means starting over. A market that moves far from
 * its seed gets another one while the book lives on. Client thread only.
 */
final class BookBuilder {

    /** Hears what becomes of the book. */
    interface Owner {
        /** To be answered with {@link #seed}, sooner or later, with one asked for after this. */
        void snapshotWanted();

        /** Snapshots and updates do not come together on this subscription: another one, then {@link #begin}. */
        void subscriptionWanted(Message reason);

        void bookMoved(Book book);

        void bookLost(Message reason);
    }

    private static final int MOST_FAILURES = 3;
    private static final Duration LONGEST_CROSSING = Duration.ofSeconds(2);

    /** A venue answers a few updates ahead of its stream, for a moment. */
    private static final Duration AHEAD = Duration.ofMillis(500);

    private static final Duration LONGEST_AHEAD = Duration.ofMillis(1500);
    private static final Duration LONGEST_DOUBT = Duration.ofMillis(1500);

    private final Supplier<BookSides> empty;
    private final LongSupplier nanos;
    private final Owner owner;

    private final DepthChain chain = new DepthChain();
    private final DepthBuffer buffer = new DepthBuffer();
    private BookSides sides;
    private boolean seeded;
    private boolean refreshing;
    private boolean bridged;
    private boolean crossed;
    private long crossedAt;
    private boolean leads;
    private long seededAt;
    private @Nullable Message doubt;
    private long doubtedAt;
    private long last;
    private long gaps;
    private int failures;
    private int epoch;

    BookBuilder(WireDecoder decoder, LongSupplier nanos, Owner owner) {
        this(TickSide::new, decoder, nanos, owner);
    }

    BookBuilder(BookSide.Start start, WireDecoder decoder, LongSupplier nanos, Owner owner) {
        empty = () -> new BookSides(start, decoder);
        this.nanos = nanos;
        this.owner = owner;
        sides = empty.get();
    }

    /** Forgets everything: a new subscription follows. The owner asks for the first snapshot itself. */
    void begin() {
        chain.forget();
        failures = 0;
        drop();
    }

    private void drop() {
        epoch++;
        buffer.clear();
        seeded = false;
        refreshing = false;
        doubt = null;
    }

    boolean isSeeded() {
        return seeded;
    }

    /** A snapshot asked for in another epoch is of no use: since then something has broken. */
    int epoch() {
        return epoch;
    }

    /** The id of the last change in the book. */
    long lastUpdateId() {
        return last;
    }

    /** Holes found in the chain since start. */
    long gaps() {
        return gaps;
    }

    /** True when the update has its place in the book or before it; false for one that says nothing. */
    boolean diff(StreamData.Depth diff) {
        DepthChain.Place place;
        try {
            place = chain.take(diff);
        } catch (DecodeException e) {
            unreadable(e.said());
            return false;
        }
        return switch (place) {
            case REPEATED -> false;
            case FIRST, NEXT -> follow(diff);
            // What a snapshot holds already may be missing.
            case AHEAD -> seeded && !bridged ? follow(diff) : broken(diff, "client.book.gap");
            case BACK -> broken(diff, "client.book.back");
        };
    }

    /** An update that cannot be read: what it has changed is not known. */
    void unreadable(Message why) {
        chain.forget();
        startOver(Message.of("client.book.update-unreadable", why));
    }

    private boolean follow(StreamData.Depth diff) {
        if (!seeded || refreshing) {
            buffer.keep(diff);
        }
        if (seeded && (apply(diff) || leads)) {
            publish();
        }
        return true;
    }

    /** What came before belongs to another chain: this update is the first of what the next snapshot must bridge. */
    private boolean broken(StreamData.Depth diff, String how) {
        gaps += seeded && bridged ? 1 : 0;
        startOver(Message.of(how, last, diff.firstUpdateId()));
        buffer.keep(diff);
        return false;
    }

    /** The answer to {@link Owner#snapshotWanted}; false when it was of no use and another one is wanted. */
    boolean seed(DepthSnapshot snapshot) {
        if (seeded && !refreshing) {
            return true;
        }
        try {
            DepthChain.checked(snapshot.id(), "lastUpdateId");
            buffer.dropUpTo(snapshot.id());
            if (!bridges(snapshot.id())) {
                unbridged();
                return false;
            }
            fill(snapshot);
        } catch (DecodeException e) {
            startOver(Message.of("client.book.snapshot-unreadable", e.said()));
            return false;
        }
        drainBuffer();
        return true;
    }

    /** Whether the buffer goes on where a snapshot ends, or has not come so far. */
    private boolean bridges(long id) throws DecodeException {
        return buffer.isEmpty() ? id >= chain.end() && (!seeded || id >= last) : buffer.goesOnFrom(id);
    }

    private void unbridged() {
        failures++;
        if (failures < MOST_FAILURES) {
            owner.snapshotWanted();
        } else {
            failures = 0;
            owner.subscriptionWanted(Message.of("client.book.no-bridge", MOST_FAILURES));
        }
    }

    private void fill(DepthSnapshot snapshot) throws DecodeException {
        sides = empty.get().seeded(snapshot);
        last = snapshot.id();
        seeded = true;
        seededAt = nanos.getAsLong();
        refreshing = false;
        doubt = null;
        bridged = false;
        crossed = false;
        leads = false;
    }

    private void drainBuffer() {
        for (var next = buffer.next(); next != null; next = seeded ? buffer.next() : null) {
            apply(next);
        }
        publish();
    }

    /** Applies a diff that follows the last one; false for one that changes nothing. */
    private boolean apply(StreamData.Depth diff) {
        try {
            long first = DepthChain.first(diff);
            long end = DepthChain.last(diff);
            if (end <= last) {
                return false;
            }
            if (bridged ? first != last + 1 : first > last + 1) {
                broken(diff, "client.book.gap");
                return false;
            }
            sides.apply(diff);
            bridged = true;
            last = end;
            return true;
        } catch (DecodeException e) {
            startOver(Message.of("client.book.update-unreadable", e.said()));
            return false;
        }
    }

    /** Tells the book, unless the stream has yet to come to where the snapshot was. */
    private void publish() {
        if (!seeded) {
            return;
        }
        leads = !bridged && !chain.isEmpty() && chain.end() < last;
        if (leads) {
            return;
        }
        failures = 0;
        if (sides.areCrossed()) {
            markCrossed();
        } else {
            crossed = false;
            owner.bookMoved(sides.published(last));
            if (sides.isBeyondHorizon()) {
                refresh();
            }
        }
    }

    /** Tells the book once more: it is as it was, and that is news. */
    void confirm() {
        publish();
    }

    /** Whether the venue's best levels at our number are ours. */
    boolean agrees(DepthSnapshot nearest) throws DecodeException {
        return seeded && sides.agree(nearest);
    }

    private void refresh() {
        if (!refreshing) {
            refreshing = true;
            buffer.clear();
            owner.snapshotWanted();
        }
    }

    /** Something speaks against the book: another snapshot soon, or it counts as lost. */
    void doubt(Message reason) {
        if (seeded && doubt == null) {
            doubt = reason;
            doubtedAt = nanos.getAsLong();
            refresh();
        }
    }

    /** A crossing may heal with the next update; one that lasts is our error. */
    private void markCrossed() {
        long now = nanos.getAsLong();
        if (!crossed) {
            crossed = true;
            crossedAt = now;
            owner.bookLost(Message.of("client.book.crossed"));
        }
        review();
    }

    /** To be called now and then, since a book that is wrong may also stay as it is. */
    void review() {
        if (!seeded) {
            return;
        }
        long now = nanos.getAsLong();
        if (crossed && now - crossedAt > LONGEST_CROSSING.toNanos()) {
            startOver(Message.of("client.book.crossed-long", LONGEST_CROSSING.toSeconds()));
        } else if (leads && now - seededAt > LONGEST_AHEAD.toNanos()) {
            owner.subscriptionWanted(Message.of("client.stream.deaf"));
        } else if (leads && now - seededAt > AHEAD.toNanos()) {
            owner.bookLost(Message.of("client.book.ahead"));
        } else if (doubt != null && now - doubtedAt > LONGEST_DOUBT.toNanos()) {
            startOver(doubt);
        }
    }

    /** The book cannot be true: it is lost, and another snapshot wanted. */
    void startOver(Message reason) {
        drop();
        owner.bookLost(reason);
        owner.snapshotWanted();
    }
}
