package makerdeck.simulator.matching;

import makerdeck.domain.Side;

/** Resting orders in price-time priority. It knows neither accounts nor rules. */
public final class MatchingBook {

    private final BookSideLevels bids = new BookSideLevels(Side.BID);
    private final BookSideLevels asks = new BookSideLevels(Side.ASK);
    private final DepthChanges changes;

    public MatchingBook(DepthChanges changes) {
        this.changes = changes;
    }

    public BookSideLevels side(Side side) {
        return side == Side.BID ? bids : asks;
    }

    /** Joins the end of the queue at the order's price. */
    public void rest(BookOrder order) {
        var level = side(order.side).obtain(order.ticks);
        changes.note(level);
        level.append(order);
    }

    /** Goes before everything else at the order's price. */
    public void restInFront(BookOrder order) {
        var level = side(order.side).obtain(order.ticks);
        changes.note(level);
        level.prepend(order);
    }

    /** Takes a resting order out. */
    public void remove(BookOrder order) {
        var level = order.level;
        if (level == null) {
            throw new IllegalArgumentException("order must be resting, was not: " + order.id);
        }
        changes.note(level);
        level.unlink(order);
        if (level.first == null) {
            side(order.side).drop(level);
        }
    }

    /** A resting order trades away some of what is left; with nothing left it leaves. */
    public void fill(BookOrder maker, long steps) {
        var level = maker.level;
        if (level == null || steps > maker.remaining) {
            throw new IllegalArgumentException("cannot fill " + steps + " of order " + maker.id);
        }
        changes.note(level);
        level.reduce(maker, steps);
        if (maker.remaining == 0) {
            level.unlink(maker);
            if (level.first == null) {
                side(maker.side).drop(level);
            }
        }
    }
}
