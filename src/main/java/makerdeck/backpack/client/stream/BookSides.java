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

    private final BookSide bids;
    private final BookSide asks;

    BookSides(WireDecoder decoder) {
        bids = new BookSide(Side.BID, decoder);
        asks = new BookSide(Side.ASK, decoder);
    }

    static BookSides of(DepthSnapshot snapshot, WireDecoder decoder) throws DecodeException {
        var sides = new BookSides(decoder);
        seed(sides.bids, snapshot.bids());
        seed(sides.asks, snapshot.asks());
        return sides;
    }

    private static void seed(BookSide side, List<List<String>> levels) throws DecodeException {
        side.seed(levels, levels.size() >= SNAPSHOT_LEVELS);
    }

    void apply(StreamData.Depth diff) throws DecodeException {
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
    boolean agree(DepthSnapshot nearest) throws DecodeException {
        return bids.agrees(nearest.bids()) && asks.agrees(nearest.asks());
    }
}
