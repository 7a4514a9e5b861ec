package makerdeck.simulator.floor;

import java.util.function.Supplier;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.simulator.matching.DepthChanges;
import makerdeck.simulator.matching.MatchingBook;
import makerdeck.simulator.matching.PriceLevel;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.DisplayedDepth;
import makerdeck.simulator.model.ExchangeListener;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what an event did to the book: one update id per event that changed a level. Updates are made for those who
 * ask only.
 */
public final class Publisher implements DisplayedDepth {

    private final MatchingBook book;
    private final DepthChanges changes;
    private final ExchangeListener listener;
    private final Supplier<DepthUpdate> update = this::update;
    private final Supplier<BookTop> top = () -> top(publishedAt());
    private final Best bid = new Best();
    private final Best ask = new Best();
    private final ShownSide bids;
    private final ShownSide asks;
    private long updateId;
    private long publishedAt;

    public Publisher(MatchingBook book, DepthChanges changes, ExchangeListener listener) {
        this.book = book;
        this.changes = changes;
        this.listener = listener;
        bids = new ShownSide(book.side(Side.BID), Side.BID.sign());
        asks = new ShownSide(book.side(Side.ASK), Side.ASK.sign());
    }

    /** A side's best level as it was published. */
    private static final class Best {
        private long ticks;
        private long total;

        /** Returns whether it was another one; an empty side is nothing at no price. */
        boolean becomes(@Nullable PriceLevel level) {
            long nextTicks = level == null ? 0 : level.ticks;
            long nextTotal = level == null ? 0 : level.total;
            boolean other = nextTicks != ticks || nextTotal != total;
            ticks = nextTicks;
            total = nextTotal;
            return other;
        }
    }

    /** Called at the end of every event. */
    public void publish(long nowNanos) {
        if (changes.isEmpty()) {
            return;
        }
        changes.compare(book);
        if (changes.isEmpty()) {
            return;
        }
        if (changes.isAny(Side.BID)) {
            bids.changed(changes.nearest(Side.BID));
        }
        if (changes.isAny(Side.ASK)) {
            asks.changed(changes.nearest(Side.ASK));
        }
        updateId++;
        publishedAt = nowNanos;
        boolean bidMoved = bid.becomes(book.side(Side.BID).best());
        boolean askMoved = ask.becomes(book.side(Side.ASK).best());
        if (bidMoved || askMoved) {
            listener.topChanged(top);
        }
        listener.depthChanged(update);
        changes.clear();
    }

    private long publishedAt() {
        return publishedAt;
    }

    private DepthUpdate update() {
        return new DepthUpdate(updateId, updateId, changes.levels(Side.BID), changes.levels(Side.ASK), publishedAt);
    }

    @Override
    public BookTop top(long nowNanos) {
        return new BookTop(updateId, best(Side.BID), best(Side.ASK), nowNanos);
    }

    private @Nullable Level best(Side side) {
        var best = book.side(side).best();
        return best == null ? null : new Level(new Price(best.ticks), new Quantity(best.total));
    }

    @Override
    public Book depth(int levels) {
        // In the middle of an event nobody has been told yet what is no longer so.
        return changes.isEmpty()
                ? new Book(bids.best(levels), asks.best(levels), updateId)
                : new Book(bids.now(levels), asks.now(levels), updateId);
    }
}
