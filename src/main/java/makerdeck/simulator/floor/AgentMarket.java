package makerdeck.simulator.floor;

import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.simulator.matching.BookOrder;
import makerdeck.simulator.matching.MatchingBook;
import org.jspecify.annotations.Nullable;

/**
 * What an agent can see and do. Distances are counted in pips (2/3 of a basis point, or one tick
 * where that is more) and sizes in lots (150 quote units), so that one set of agents fits every market.
 */
public final class AgentMarket {

    private static final double PIP = 1e-4 * 2 / 3;
    private static final double LOT = 150;

    /** Trades for an agent. */
    public interface Floor {
        BookOrder rest(Side side, long ticks, long steps);

        void take(Side side, long limitTicks, long steps);
    }

    private final MatchingBook book;
    private final Floor floor;
    private final double stepsPerLot;

    public AgentMarket(MatchingBook book, Floor floor, Market rules, double startPrice) {
        this.book = book;
        this.floor = floor;
        this.stepsPerLot = LOT / startPrice / rules.stepSize().doubleValue();
    }

    public boolean isEmpty(Side side) {
        return book.side(side).isEmpty();
    }

    /** The best price of a side in ticks; the side must not be empty. */
    public long best(Side side) {
        var best = book.side(side).best();
        if (best == null) {
            throw new IllegalStateException("no " + side + " in the book");
        }
        return best.ticks;
    }

    /** One pip at this price, in ticks. */
    public static double pip(double ticks) {
        return Math.max(1, ticks * PIP);
    }

    public long steps(double lots) {
        return Math.max(1, (long) (lots * stepsPerLot));
    }

    /** Quantity resting on a side down to a price. */
    public long depth(Side side, long downToTicks) {
        var levels = book.side(side);
        long total = 0;
        for (int rank = 0; rank < levels.size(); rank++) {
            var level = levels.ranked(rank);
            if (level == null || side.sign() * level.ticks < side.sign() * downToTicks) {
                break;
            }
            total += level.total;
        }
        return total;
    }

    /** Joins the book, at worst one tick from the other side. */
    public BookOrder rest(Side side, long ticks, long steps) {
        long price = Math.max(1, ticks);
        if (!isEmpty(side.opposite())) {
            long other = best(side.opposite());
            price = side == Side.BID ? Math.min(price, other - 1) : Math.max(price, other + 1);
        }
        return floor.rest(side, price, steps);
    }

    public void withdraw(@Nullable BookOrder order) {
        if (order != null && order.isResting()) {
            book.remove(order);
        }
    }

    public void take(Side side, long limitTicks, long steps) {
        floor.take(side, limitTicks, steps);
    }
}
