package makerdeck.backpack.client.stream;

import java.util.List;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.domain.Side;

/** Bids and asks of one seed and what came after it. Client thread only. */
final class BookSides {

    /** A snapshot with as many levels on a side was cut there. */
    static final int SNAPSHOT_LEVELS = 1000;

    private final BookSide.Start start;
    private final WireDecoder decoder;
    private BookSide bids;
    private BookSide asks;

    BookSides(BookSide.Start start, WireDecoder decoder) {
        this.start = start;
        this.decoder = decoder;
        bids = start.of(Side.BID, decoder);
        asks = start.of(Side.ASK, decoder);
    }

    /** These, which must be empty, with what a snapshot holds. */
    BookSides seeded(DepthSnapshot snapshot) throws DecodeException {
        bids = seeded(bids, snapshot.bids());
        asks = seeded(asks, snapshot.asks());
        return this;
    }

    private static BookSide seeded(BookSide empty, List<List<String>> levels) throws DecodeException {
        var side = empty.apply(levels);
        if (levels.size() >= SNAPSHOT_LEVELS) {
            side.cut();
        }
        return side;
    }

    void apply(StreamData.Depth diff) throws DecodeException {
        bids = bids.apply(diff.bids());
        asks = asks.apply(diff.asks());
    }

    /** Whether the two best exact prices meet. */
    boolean areCrossed() {
        if (bids instanceof TickSide bid && asks instanceof TickSide ask) {
            return TickSide.cross(bid, ask);
        }
        var bid = bids.best();
        var ask = asks.best();
        return bid != null && ask != null && bid.compareTo(ask) >= 0;
    }

    Book published(long id) {
        return new Book(bids.published(), asks.published(), id);
    }

    /** Whether the market has moved far since the seed. */
    boolean isBeyondHorizon() {
        return bids.isBeyondHorizon() || asks.isBeyondHorizon();
    }

    /** Whether a snapshot of the levels nearest the touch, taken at the same id, tells the same. */
    boolean agree(DepthSnapshot nearest) throws DecodeException {
        return agree(Side.BID, bids, nearest.bids()) && agree(Side.ASK, asks, nearest.asks());
    }

    private boolean agree(Side side, BookSide ours, List<List<String>> nearest) throws DecodeException {
        var theirs = start.of(side, decoder).apply(nearest);
        return ours instanceof TickSide our && theirs instanceof TickSide their
                ? our.agrees(their)
                : ours.exact().agrees(theirs.exact());
    }
}
