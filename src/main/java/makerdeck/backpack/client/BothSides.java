package makerdeck.backpack.client;

import java.util.List;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.domain.Side;

/** Bids and asks of one seed and what came after it. Client thread only. */
final class BothSides {

    /** A snapshot with as many levels on a side was cut there. */
    static final int SNAPSHOT_LEVELS = 1000;

    private final BookSide bids;
    private final BookSide asks;

    BothSides(Interpreter interpreter) {
        bids = new BookSide(Side.BID, interpreter);
        asks = new BookSide(Side.ASK, interpreter);
    }

    static BothSides of(Snapshot snapshot, Interpreter interpreter) throws UnreadableException {
        var both = new BothSides(interpreter);
        seed(both.bids, snapshot.bids());
        seed(both.asks, snapshot.asks());
        return both;
    }

    private static void seed(BookSide side, List<List<String>> levels) throws UnreadableException {
        side.seed(levels, levels.size() >= SNAPSHOT_LEVELS);
    }

    void apply(StreamData.Depth diff) throws UnreadableException {
        bids.apply(diff.bids());
        asks.apply(diff.asks());
    }

    boolean areCrossed() {
        return BookSide.cross(bids, asks);
    }

    Book published(long id) {
        return new Book(bids.published(), asks.published(), id);
    }

    /** Whether the market has moved far since the seed. */
    boolean isBeyondHorizon() {
        return bids.isBeyondHorizon() || asks.isBeyondHorizon();
    }

    /** Whether a snapshot of the levels nearest the touch, taken at the same id, tells the same. */
    boolean agree(Snapshot nearest) throws UnreadableException {
        return bids.agrees(nearest.bids()) && asks.agrees(nearest.asks());
    }
}
