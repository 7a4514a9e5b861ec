package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;

/**
 * The fewest moves from the orders that rest to the quotes we want. Immutable.
 *
 * @param keep orders that stay, with the quote each stands for
 * @param urgent orders to cancel at once: too near the spread, crossing, or on a side that must be empty
 * @param stale orders to cancel when convenient: too wide, too old, the wrong size, one too many
 * @param place quotes without an order, nearest first; one that would cross a resting order of ours is left out
 *     until that one is gone
 */
public record QuoteDiff(
        Map<ClientId, Quote> keep, List<RestingQuote> urgent, List<RestingQuote> stale, List<Quote> place) {

    private static final Duration OLDEST = Duration.ofMinutes(30);
    private static final BigDecimal SIZE_SLACK = new BigDecimal("0.2");

    public QuoteDiff {
        keep = Map.copyOf(keep);
        urgent = List.copyOf(urgent);
        stale = List.copyOf(stale);
        place = List.copyOf(place);
    }

    public static QuoteDiff between(Quotes wanted, List<RestingQuote> live) {
        var keep = new HashMap<ClientId, Quote>();
        var urgent = new ArrayList<RestingQuote>();
        var stale = new ArrayList<RestingQuote>();
        var place = new ArrayList<Quote>();
        for (var side : Side.values()) {
            var ladder = wanted.side(side);
            var resting = live.stream().filter(order -> order.side() == side).toList();
            var kept = new QuoteMatching(ladder, resting).pairs();
            keep.putAll(kept);
            for (var order : resting) {
                if (!kept.containsKey(order.clientId())) {
                    (isTooTight(order, ladder) ? urgent : stale).add(order);
                }
            }
            for (var quote : ladder.quotes()) {
                if (!kept.containsValue(quote) && !crossesOwn(quote, live)) {
                    place.add(quote);
                }
            }
        }
        return new QuoteDiff(keep, urgent, stale, place);
    }

    /** Whether a resting order may stand for a wanted quote and keep its place in the queue. */
    static boolean mayStay(RestingQuote order, Quote quote, QuoteLadder ladder) {
        return Math.abs(order.price().ticks() - quote.price().ticks()) <= ladder.slack()
                && !order.price().betterThan(ladder.limit(), order.side())
                && isSimilar(order.remaining().steps(), quote.quantity().steps())
                && order.age().compareTo(OLDEST) < 0;
    }

    private static boolean isSimilar(long steps, long wanted) {
        var off = BigDecimal.valueOf(Math.abs(steps - wanted));
        return off.compareTo(SIZE_SLACK.multiply(BigDecimal.valueOf(wanted))) <= 0;
    }

    private static boolean isTooTight(RestingQuote order, QuoteLadder ladder) {
        if (ladder.quotes().isEmpty() || order.price().betterThan(ladder.limit(), order.side())) {
            return true;
        }
        long nearest = ladder.quotes().get(0).price().ticks();
        return (order.price().ticks() - nearest) * order.side().sign() > ladder.slack();
    }

    private static boolean crossesOwn(Quote quote, List<RestingQuote> live) {
        return live.stream()
                .filter(order -> order.side() != quote.side())
                .anyMatch(order ->
                        order.price().equals(quote.price()) || quote.price().betterThan(order.price(), quote.side()));
    }
}
