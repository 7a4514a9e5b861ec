package makerdeck.simulator.matching;

import makerdeck.domain.Side;
import makerdeck.simulator.model.SelfTradePrevention;
import org.jspecify.annotations.Nullable;

/** Trades an incoming order against the book in price-time priority. */
public final class MatchingEngine {

    /** Hears each match right after the book changed. */
    public interface Outcome {
        void matched(BookOrder maker, BookOrder taker, long steps);

        /** Self-trade prevention removed a resting order from the book. */
        void makerRejected(BookOrder maker);
    }

    private final MatchingBook book;
    private final Outcome outcome;

    public MatchingEngine(MatchingBook book, Outcome outcome) {
        this.book = book;
        this.outcome = outcome;
    }

    /** Takes until nothing is left, nothing matches, or an order of the same account is in the way. */
    public MatchPreview.Stop take(BookOrder taker, SelfTradePrevention prevention) {
        var opposite = book.side(taker.side.opposite());
        while (taker.remaining > 0) {
            var maker = next(opposite, taker.side, taker.ticks);
            if (maker == null) {
                return opposite.isEmpty() ? MatchPreview.Stop.EMPTY : MatchPreview.Stop.LIMIT;
            }
            if (maker.isOwnedWith(taker)) {
                if (prevention != SelfTradePrevention.REJECT_TAKER) {
                    book.remove(maker);
                    outcome.makerRejected(maker);
                }
                if (prevention != SelfTradePrevention.REJECT_MAKER) {
                    return MatchPreview.Stop.OWN_ORDER;
                }
                continue;
            }
            long steps = Math.min(taker.remaining, maker.remaining);
            book.fill(maker, steps);
            taker.remaining -= steps;
            outcome.matched(maker, taker, steps);
        }
        return MatchPreview.Stop.DONE;
    }

    boolean wouldTake(Side side, long limitTicks) {
        return next(book.side(side.opposite()), side, limitTicks) != null;
    }

    private static @Nullable BookOrder next(BookSideLevels opposite, Side side, long limitTicks) {
        var best = opposite.best();
        return best == null || isBeyond(side, best.ticks, limitTicks) ? null : best.first;
    }

    private static boolean isBeyond(Side side, long ticks, long limitTicks) {
        return side == Side.BID ? ticks > limitTicks : ticks < limitTicks;
    }

    /**
     * What {@link #take} would achieve, without doing it.
     *
     * @param budget most ticks times steps it may trade
     */
    MatchPreview reach(
            Side side,
            long limitTicks,
            long steps,
            long budget,
            ExchangeAccount account,
            SelfTradePrevention prevention) {
        var opposite = book.side(side.opposite());
        long got = 0;
        long value = 0;
        for (int rank = 0; rank < opposite.size(); rank++) {
            var level = opposite.ranked(rank);
            if (level == null || isBeyond(side, level.ticks, limitTicks)) {
                return new MatchPreview(got, value, MatchPreview.Stop.LIMIT);
            }
            for (var maker = level.first; maker != null; maker = maker.behind) {
                if (maker.owner != null && maker.owner.account == account) {
                    if (prevention == SelfTradePrevention.REJECT_MAKER) {
                        continue;
                    }
                    return new MatchPreview(got, value, MatchPreview.Stop.OWN_ORDER);
                }
                long affordable = (budget - value) / level.ticks;
                long more = Math.min(Math.min(steps - got, maker.remaining), affordable);
                got += more;
                value += more * level.ticks;
                if (got == steps) {
                    return new MatchPreview(got, value, MatchPreview.Stop.DONE);
                }
                if (more == affordable) {
                    return new MatchPreview(got, value, MatchPreview.Stop.BUDGET);
                }
            }
        }
        return new MatchPreview(got, value, MatchPreview.Stop.EMPTY);
    }
}
