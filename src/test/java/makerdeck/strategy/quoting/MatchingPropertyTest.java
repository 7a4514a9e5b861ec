package makerdeck.strategy.quoting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.domain.ClientId;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchingPropertyTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsAsManyOrdersAsCanBeKept(long seed) {
        var random = new SplittableRandom(seed);
        var ladder = ladder(random);
        var live = orders(random);

        var pairs = new QuoteMatching(ladder, live).pairs();

        assertEquals(most(ladder, live, 0, new HashSet<>()), pairs.size());
        assertEquals(pairs.size(), new HashSet<>(pairs.values()).size());
        for (var order : live) {
            var quote = pairs.get(order.clientId());
            assertTrue(quote == null || QuoteDiff.mayStay(order, quote, ladder));
        }
    }

    private static QuoteLadder ladder(SplittableRandom random) {
        var quotes = new ArrayList<Quote>();
        long price = 1000;
        for (int layer = 1; layer <= random.nextInt(1, 6); layer++) {
            price -= random.nextInt(1, 5);
            quotes.add(new Quote(Side.BID, layer, new Price(price), new Quantity(random.nextInt(9, 13))));
        }
        return new QuoteLadder(Side.BID, quotes, new Price(998), random.nextInt(1, 8), null, null, null);
    }

    private static List<RestingQuote> orders(SplittableRandom random) {
        var orders = new ArrayList<RestingQuote>();
        for (int id = 0; id < random.nextInt(0, 7); id++) {
            orders.add(new RestingQuote(
                    new ClientId(id),
                    Side.BID,
                    new Price(random.nextInt(980, 1003)),
                    new Quantity(random.nextInt(9, 13)),
                    Duration.ofSeconds(random.nextInt(0, 2000))));
        }
        return orders;
    }

    /** By trying everything. */
    private static int most(QuoteLadder ladder, List<RestingQuote> live, int layer, HashSet<RestingQuote> used) {
        if (layer == ladder.quotes().size()) {
            return 0;
        }
        int best = most(ladder, live, layer + 1, used);
        for (var order : live) {
            if (!used.contains(order)
                    && QuoteDiff.mayStay(order, ladder.quotes().get(layer), ladder)) {
                used.add(order);
                best = Math.max(best, 1 + most(ladder, live, layer + 1, used));
                used.remove(order);
            }
        }
        return best;
    }
}
