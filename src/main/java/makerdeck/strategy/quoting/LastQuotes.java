package makerdeck.strategy.quoting;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link Quoter} with a memory of one: while nothing that the quotes are made of is another, the same object is given
 * again, for a market is looked at many times for each time that its best prices move. For one thread at a time.
 */
public final class LastQuotes {

    private @Nullable Situation last;
    private Optional<Touch> touch = Optional.empty();
    private @Nullable Quotes quotes;

    /** What {@link Quoter#quotes} says of it. */
    public Quotes quotes(Situation situation) {
        var nowTouch = Touch.of(situation.book(), situation.live());
        var known = quotes;
        if (known == null || last == null || !touch.equals(nowTouch) || !isSame(last, situation)) {
            known = Quoter.quotes(situation);
        }
        last = situation;
        touch = nowTouch;
        quotes = known;
        return known;
    }

    /** But for the book, of which only the touch counts. */
    private static boolean isSame(Situation one, Situation other) {
        return one.volatility().equals(other.volatility())
                && one.balances().equals(other.balances())
                && isSame(one.live(), other.live())
                && one.widening().equals(other.widening())
                && one.fees().equals(other.fees())
                && one.parameters().equals(other.parameters())
                && one.market().equals(other.market());
    }

    /** But for names and ages, which no quote is made of. */
    private static boolean isSame(List<RestingQuote> one, List<RestingQuote> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int at = 0; at < one.size(); at++) {
            var order = one.get(at);
            var its = other.get(at);
            if (order.side() != its.side()
                    || !order.price().equals(its.price())
                    || !order.remaining().equals(its.remaining())) {
                return false;
            }
        }
        return true;
    }
}
