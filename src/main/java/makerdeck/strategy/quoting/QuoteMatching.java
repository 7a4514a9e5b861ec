package makerdeck.strategy.quoting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makerdeck.domain.ClientId;

/** Pairs as many resting orders of one side as possible with wanted quotes (augmenting paths). */
final class QuoteMatching {

    private static final int NOBODY = -1;

    private final QuoteLadder ladder;
    /** By price, lowest first: only orders near a quote are looked at. */
    private final RestingQuote[] resting;

    private final long[] ticks;
    /** Where each stood in the list that was given: what else is alike goes by that. */
    private final int[] turn;

    private final int[] quoteOf;

    QuoteMatching(QuoteLadder ladder, List<RestingQuote> resting) {
        this.ladder = ladder;
        int orders = resting.size();
        this.resting = new RestingQuote[orders];
        this.ticks = new long[orders];
        this.turn = new int[orders];
        this.quoteOf = new int[orders];
        Arrays.fill(quoteOf, NOBODY);
        for (int order = 0; order < orders; order++) {
            insert(resting.get(order), order);
        }
    }

    /** Among the {@code count} that are there. */
    private void insert(RestingQuote order, int count) {
        long price = order.price().ticks();
        int at = count;
        while (at > 0 && ticks[at - 1] > price) {
            resting[at] = resting[at - 1];
            ticks[at] = ticks[at - 1];
            turn[at] = turn[at - 1];
            at--;
        }
        resting[at] = order;
        ticks[at] = price;
        turn[at] = count;
    }

    /** The first order whose price is not below. */
    private int from(long lowest) {
        int low = 0;
        int high = ticks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ticks[middle] < lowest) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Map<ClientId, Quote> pairs() {
        for (int quote = 0; quote < ladder.quotes().size(); quote++) {
            pair(quote);
        }
        var pairs = new HashMap<ClientId, Quote>();
        for (int order = 0; order < quoteOf.length; order++) {
            if (quoteOf[order] != NOBODY) {
                pairs.put(resting[order].clientId(), ladder.quotes().get(quoteOf[order]));
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
        return pair(quote, new boolean[resting.length]);
    }

    /** The first of {@link #candidates}. */
    private int nearest(Quote quote) {
        int nearest = NOBODY;
        long highest = quote.price().ticks() + ladder.slack();
        for (int order = from(quote.price().ticks() - ladder.slack());
                order < ticks.length && ticks[order] <= highest;
                order++) {
            if (QuoteDiff.mayStay(resting[order], quote, ladder)
                    && (nearest == NOBODY || comesBefore(order, nearest, quote))) {
                nearest = order;
            }
        }
        return nearest;
    }

    private boolean comesBefore(int one, int other, Quote quote) {
        long nearer = Long.compare(distance(one, quote), distance(other, quote));
        if (nearer != 0) {
            return nearer < 0;
        }
        int older = resting[one].age().compareTo(resting[other].age());
        return older != 0 ? older > 0 : turn[one] < turn[other];
    }

    private long distance(int order, Quote quote) {
        return Math.abs(ticks[order] - quote.price().ticks());
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
        long highest = quote.price().ticks() + ladder.slack();
        for (int order = from(quote.price().ticks() - ladder.slack());
                order < ticks.length && ticks[order] <= highest;
                order++) {
            if (QuoteDiff.mayStay(resting[order], quote, ladder)) {
                found.add(order);
            }
        }
        found.sort((one, other) -> one.equals(other) ? 0 : comesBefore(one, other, quote) ? -1 : 1);
        return found;
    }
}
