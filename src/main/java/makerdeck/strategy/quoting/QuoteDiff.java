package makerdeck.strategy.quoting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import makerdeck.domain.ClientId;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * The fewest moves from the orders that rest to the quotes we want. Immutable.
 *
 * @param keep orders that stay, with the quote each stands for
 * @param urgent orders to cancel at once: too near the spread, crossing, on a side that must be empty, or larger than
 *     an order may be
 * @param stale orders to cancel when convenient: too wide, too old, the wrong size, one too many
 * @param place quotes without an order, nearest first; one that would cross a resting order of ours is left out
 *     until that one is gone
 */
public record QuoteDiff(
        Map<ClientId, Quote> keep, List<RestingQuote> urgent, List<RestingQuote> stale, List<Quote> place) {

    private static final Duration OLDEST = Duration.ofMinutes(30);
    /** An order may be off its wanted size by one part in so many. */
    private static final long SIZE_SLACK = 5;

    public QuoteDiff {
        keep = Map.copyOf(keep);
        urgent = List.copyOf(urgent);
        stale = List.copyOf(stale);
        place = List.copyOf(place);
    }

    /** Where an order may have any size. */
    public static QuoteDiff between(Quotes wanted, List<RestingQuote> live) {
        return between(wanted, live, order -> true);
    }

    /** @param allowed whether an order may rest at all, whatever is wanted */
    public static QuoteDiff between(Quotes wanted, List<RestingQuote> live, Predicate<RestingQuote> allowed) {
        var keep = new HashMap<ClientId, Quote>();
        var urgent = new ArrayList<RestingQuote>();
        var stale = new ArrayList<RestingQuote>();
        var place = new ArrayList<Quote>();
        for (var side : Side.values()) {
            var ladder = wanted.side(side);
            var resting = of(side, live);
            var kept = new QuoteMatching(ladder, allowed(resting, allowed)).pairs();
            keep.putAll(kept);
            for (var order : resting) {
                if (!kept.containsKey(order.clientId())) {
                    (isTooTight(order, ladder) || !allowed.test(order) ? urgent : stale).add(order);
                }
            }
            if (kept.size() < ladder.quotes().size()) {
                missing(ladder, Set.copyOf(kept.values()), live).forEach(place::add);
            }
        }
        return new QuoteDiff(keep, urgent, stale, place);
    }

    private static List<RestingQuote> of(Side side, List<RestingQuote> live) {
        var resting = new ArrayList<RestingQuote>(live.size());
        for (var order : live) {
            if (order.side() == side) {
                resting.add(order);
            }
        }
        return resting;
    }

    /** The same list where all are: so it is but for a moment. */
    private static List<RestingQuote> allowed(List<RestingQuote> resting, Predicate<RestingQuote> allowed) {
        for (var order : resting) {
            if (!allowed.test(order)) {
                return resting.stream().filter(allowed).toList();
            }
        }
        return resting;
    }

    /** The quotes that no order stands for and that cross none of ours. */
    private static List<Quote> missing(QuoteLadder ladder, Set<Quote> kept, List<RestingQuote> live) {
        var nearest = nearest(ladder.side().opposite(), live);
        var missing = new ArrayList<Quote>();
        for (var quote : ladder.quotes()) {
            if (!kept.contains(quote) && (nearest == null || nearest.betterThan(quote.price(), ladder.side()))) {
                missing.add(quote);
            }
        }
        return missing;
    }

    /** Whether a resting order may stand for a wanted quote and keep its place in the queue. */
    static boolean mayStay(RestingQuote order, Quote quote, QuoteLadder ladder) {
        return Math.abs(order.price().ticks() - quote.price().ticks()) <= ladder.slack()
                && !order.price().betterThan(ladder.limit(), order.side())
                && isSimilar(order.remaining().steps(), quote.quantity().steps())
                && order.age().compareTo(OLDEST) < 0;
    }

    private static boolean isSimilar(long steps, long wanted) {
        return Math.abs(steps - wanted) <= wanted / SIZE_SLACK;
    }

    private static boolean isTooTight(RestingQuote order, QuoteLadder ladder) {
        if (ladder.quotes().isEmpty() || order.price().betterThan(ladder.limit(), order.side())) {
            return true;
        }
        long nearest = ladder.quotes().get(0).price().ticks();
        return (order.price().ticks() - nearest) * order.side().sign() > ladder.slack();
    }

    /** The best price of our own orders on a side, null when there is none. */
    private static @Nullable Price nearest(Side side, List<RestingQuote> live) {
        Price nearest = null;
        for (var order : live) {
            if (order.side() == side && (nearest == null || order.price().betterThan(nearest, side))) {
                nearest = order.price();
            }
        }
        return nearest;
    }
}
