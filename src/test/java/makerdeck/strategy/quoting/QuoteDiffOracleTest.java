package makerdeck.strategy.quoting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.domain.ClientId;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The diff against the plain reading of its rules, pair by pair. */
class QuoteDiffOracleTest {

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void placesWhatNoOrderStandsForAndCrossesNoneOfOurs(long seed) {
        var random = new SplittableRandom(seed);
        var wanted = new Quotes(
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.ONE,
                SpreadReason.SPREAD,
                null,
                ladder(random, Side.BID),
                ladder(random, Side.ASK));
        var live = orders(random);

        var diff = QuoteDiff.between(wanted, live);

        var expected = new ArrayList<Quote>();
        for (var side : Side.values()) {
            for (var quote : wanted.side(side).quotes()) {
                if (!diff.keep().containsValue(quote) && live.stream().noneMatch(order -> crosses(order, quote))) {
                    expected.add(quote);
                }
            }
        }
        assertEquals(expected, diff.place());
        for (var order : live) {
            for (var quote : wanted.side(order.side()).quotes()) {
                assertEquals(
                        mayStay(order, quote, wanted.side(order.side())),
                        QuoteDiff.mayStay(order, quote, wanted.side(order.side())));
            }
        }
    }

    private static boolean crosses(RestingQuote order, Quote quote) {
        return order.side() != quote.side()
                && (order.price().equals(quote.price()) || quote.price().betterThan(order.price(), quote.side()));
    }

    /** A fifth off its size is similar; in decimals. */
    private static boolean mayStay(RestingQuote order, Quote quote, QuoteLadder ladder) {
        var off = BigDecimal.valueOf(
                Math.abs(order.remaining().steps() - quote.quantity().steps()));
        var most = new BigDecimal("0.2")
                .multiply(BigDecimal.valueOf(quote.quantity().steps()));
        return Math.abs(order.price().ticks() - quote.price().ticks()) <= ladder.slack()
                && !order.price().betterThan(ladder.limit(), order.side())
                && off.compareTo(most) <= 0
                && order.age().compareTo(Duration.ofMinutes(30)) < 0;
    }

    private static QuoteLadder ladder(SplittableRandom random, Side side) {
        var quotes = new ArrayList<Quote>();
        long price = 1000;
        for (int layer = 1; layer <= random.nextInt(0, 6); layer++) {
            price -= (long) side.sign() * random.nextInt(1, 5);
            quotes.add(new Quote(side, layer, new Price(price), new Quantity(random.nextInt(1, 30))));
        }
        return quotes.isEmpty()
                ? QuoteLadder.empty(side, Message.of("strategy.side.one-sided-book"))
                : new QuoteLadder(side, quotes, new Price(1000 - side.sign()), random.nextInt(1, 8), null, null, null);
    }

    private static List<RestingQuote> orders(SplittableRandom random) {
        var orders = new ArrayList<RestingQuote>();
        for (int id = 0; id < random.nextInt(0, 10); id++) {
            var side = random.nextBoolean() ? Side.BID : Side.ASK;
            orders.add(new RestingQuote(
                    new ClientId(id),
                    side,
                    new Price(1000 - (long) side.sign() * random.nextInt(-4, 20)),
                    new Quantity(random.nextInt(1, 30)),
                    Duration.ofSeconds(random.nextInt(0, 2000))));
        }
        return orders;
    }
}
