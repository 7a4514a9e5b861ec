package makerdeck.simulator.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.simulator.matching.DepthChanges;
import makerdeck.simulator.matching.MatchingBook;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.DisplayedDepth;
import makerdeck.simulator.model.ExchangeListener;
import org.jspecify.annotations.Nullable;

/** Publishes what an event did to the book: one update id per event that changed a level. */
public final class Publisher implements DisplayedDepth {

    private final MatchingBook book;
    private final DepthChanges changes;
    private final ExchangeListener listener;
    private long updateId;
    private BookTop top = new BookTop(0, null, null, 0);

    public Publisher(MatchingBook book, DepthChanges changes, ExchangeListener listener) {
        this.book = book;
        this.changes = changes;
        this.listener = listener;
    }

    /** Called at the end of every event. */
    public void publish(long nowNanos) {
        if (changes.isEmpty()) {
            return;
        }
        var bids = changes.drain(Side.BID, book.side(Side.BID));
        var asks = changes.drain(Side.ASK, book.side(Side.ASK));
        if (bids.isEmpty() && asks.isEmpty()) {
            return;
        }
        updateId++;
        publishTop(nowNanos);
        listener.depthChanged(new DepthUpdate(updateId, updateId, bids, asks, nowNanos));
    }

    private void publishTop(long nowNanos) {
        var next = top(nowNanos);
        if (!Objects.equals(next.bid(), top.bid()) || !Objects.equals(next.ask(), top.ask())) {
            top = next;
            listener.topChanged(next);
        }
    }

    @Override
    public BookTop top(long nowNanos) {
        return new BookTop(updateId, level(Side.BID, 0), level(Side.ASK, 0), nowNanos);
    }

    @Override
    public Book depth(int levels) {
        return new Book(levels(Side.BID, levels), levels(Side.ASK, levels), updateId);
    }

    private List<Level> levels(Side side, int most) {
        var levels = new ArrayList<Level>(most);
        for (int rank = 0; rank < most; rank++) {
            var level = level(side, rank);
            if (level == null) {
                break;
            }
            levels.add(level);
        }
        return levels;
    }

    private @Nullable Level level(Side side, int rank) {
        var level = book.side(side).ranked(rank);
        return level == null ? null : new Level(new Price(level.ticks), new Quantity(level.total));
    }
}
