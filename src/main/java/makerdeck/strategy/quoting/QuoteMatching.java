package makerdeck.strategy.quoting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makerdeck.domain.ClientId;

/** Pairs as many resting orders of one side as possible with wanted quotes (augmenting paths). */
final class QuoteMatching {

    private static final int NOBODY = -1;

    private final QuoteLadder ladder;
    private final List<RestingQuote> resting;
    private final int[] quoteOf;

    QuoteMatching(QuoteLadder ladder, List<RestingQuote> resting) {
        this.ladder = ladder;
        this.resting = resting;
        this.quoteOf = new int[resting.size()];
        Arrays.fill(quoteOf, NOBODY);
    }

    Map<ClientId, Quote> pairs() {
        for (int quote = 0; quote < ladder.quotes().size(); quote++) {
            pair(quote);
        }
        var pairs = new HashMap<ClientId, Quote>();
        for (int order = 0; order < quoteOf.length; order++) {
            if (quoteOf[order] != NOBODY) {
                pairs.put(resting.get(order).clientId(), ladder.quotes().get(quoteOf[order]));
            }
        }
        return pairs;
    }

    /** Most quotes find the order they like best free. */
    private boolean pair(int quote) {
        int best = nearest(ladder.quotes().get(quote));
        if (best == NOBODY) {
            return false;
        }
        if (quoteOf[best] == NOBODY) {
            quoteOf[best] = quote;
            return true;
        }
        return pair(quote, new boolean[resting.size()]);
    }

    /** The first of {@link #candidates}. */
    private int nearest(Quote quote) {
        int nearest = NOBODY;
        for (int order = 0; order < resting.size(); order++) {
            if (QuoteDiff.mayStay(resting.get(order), quote, ladder)
                    && (nearest == NOBODY || comesBefore(order, nearest, quote))) {
                nearest = order;
            }
        }
        return nearest;
    }

    private boolean comesBefore(int one, int other, Quote quote) {
        long nearer = Long.compare(distance(one, quote), distance(other, quote));
        return nearer != 0
                ? nearer < 0
                : resting.get(one).age().compareTo(resting.get(other).age()) > 0;
    }

    private long distance(int order, Quote quote) {
        return Math.abs(resting.get(order).price().ticks() - quote.price().ticks());
    }

    private boolean pair(int quote, boolean[] tried) {
        for (int order : candidates(ladder.quotes().get(quote))) {
            if (!tried[order]) {
                tried[order] = true;
                if (quoteOf[order] == NOBODY || pair(quoteOf[order], tried)) {
                    quoteOf[order] = quote;
                    return true;
                }
            }
        }
        return false;
    }

    /** Nearest in price first, then the oldest: it is furthest ahead in the queue. */
    private List<Integer> candidates(Quote quote) {
        var found = new ArrayList<Integer>(2);
        for (int order = 0; order < resting.size(); order++) {
            if (QuoteDiff.mayStay(resting.get(order), quote, ladder)) {
                found.add(order);
            }
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparingLong((Integer order) -> distance(order, quote))
                    .thenComparing(order -> resting.get(order).age(), Comparator.reverseOrder()));
        }
        return found;
    }
}
