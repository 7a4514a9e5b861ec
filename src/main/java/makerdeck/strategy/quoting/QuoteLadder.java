package makerdeck.strategy.quoting;

import java.util.List;
import java.util.Optional;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One side of the quotes, nearest the mid first. Immutable.
 *
 * @param limit the price nearest the spread at which an order of this side may rest: it neither crosses nor breaks
 *     the fee floor
 * @param slack ticks a resting order may be off its wanted price and stay
 * @param reason why there are no quotes, null when there are
 * @param omitted why outer layers are left out, null when none is
 * @param nearest how the price of layer 1 came about, null when it does not matter to anybody
 */
public record QuoteLadder(
        Side side,
        List<Quote> quotes,
        Price limit,
        long slack,
        @Nullable Message reason,
        @Nullable Message omitted,
        @Nullable PriceChain nearest) {

    public QuoteLadder {
        quotes = List.copyOf(quotes);
        if (quotes.isEmpty() != (reason != null)) {
            throw new IllegalArgumentException("a side without quotes must have a reason, and only then; was "
                    + quotes.size() + " quotes, reason '" + reason + "'");
        }
    }

    /** The same with fewer or smaller quotes; at least one. {@code why}: outer layers are left out, null when none is. */
    public QuoteLadder with(List<Quote> left, @Nullable Message why) {
        return new QuoteLadder(side, left, limit, slack, null, why, nearest);
    }

    /** How the price of the nearest quote came about; empty when there is none. */
    public Optional<PriceChain> chain(Market market) {
        if (quotes.isEmpty() || nearest == null) {
            return Optional.empty();
        }
        var first = quotes.get(0);
        return Optional.of(first.layer() == 1 ? nearest : nearest.behind(market.decimal(first.price())));
    }

    /** No quotes on this side; orders that rest there must go. */
    static QuoteLadder empty(Side side, Message reason) {
        return new QuoteLadder(side, List.of(), new Price(0), 0, reason, null, null);
    }
}
