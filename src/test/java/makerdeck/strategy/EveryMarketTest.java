package makerdeck.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Quoter;
import makerdeck.strategy.quoting.Quotes;
import makerdeck.strategy.quoting.Situation;
import makerdeck.strategy.quoting.Widening;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The grid of every spot market there is, from the venue's own list. */
class EveryMarketTest {

    private static final Path LIST = Path.of(System.getProperty("shared", "../shared"), "backpack/spot-markets.json");

    @Test
    void everyQuoteLiesOnTheGridAndReadsBackExactly() throws IOException {
        var markets = markets();

        for (var market : markets) {
            for (long ticks : new long[] {60, 1_234, 98_765, 12_345_678}) {
                check(market, Quoter.quotes(situation(market, ticks)));
            }
        }

        assertTrue(markets.size() >= 20, "fewer markets than expected: " + markets.size());
    }

    private static void check(Market market, Quotes quotes) {
        for (var side : Side.values()) {
            var ladder = quotes.side(side);
            assertFalse(ladder.quotes().isEmpty(), market.symbol() + ": " + ladder.reason());
            for (var quote : ladder.quotes()) {
                var price = market.text(quote.price());
                var quantity = market.text(quote.quantity());
                assertFalse((price + quantity).contains("E"), price + " " + quantity);
                assertEquals(quote.price(), market.price(new BigDecimal(price)));
                assertEquals(quote.quantity(), market.quantity(new BigDecimal(quantity)));
                assertTrue(new BigDecimal(quantity).compareTo(market.minQuantity()) >= 0);
            }
        }
    }

    /** A one-tick market at a price of so many ticks, with a million of quote units at target. */
    private static Situation situation(Market market, long ticks) {
        var mid = market.decimal(new Price(ticks));
        var base = new BigDecimal("300000").divide(mid, 12, RoundingMode.HALF_UP);
        var some = new Quantity(1000);
        return new Situation(
                market,
                new Fees(new BigDecimal("8"), new BigDecimal("10")),
                Parameters.defaults(),
                new Book(List.of(new Level(new Price(ticks), some)), List.of(new Level(new Price(ticks + 1), some)), 1),
                List.of(),
                new Balances(held(base), held(new BigDecimal("700000"))),
                OptionalDouble.of(3),
                Widening.NONE);
    }

    private static Balance held(BigDecimal amount) {
        return new Balance(amount, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static List<Market> markets() throws IOException {
        Assumptions.assumeTrue(Files.exists(LIST), "no list of markets at " + LIST);
        var json = new Moshi.Builder().build().adapter(Object.class).fromJson(Files.readString(LIST));
        var markets = new ArrayList<Market>();
        for (var entry : (List<?>) Objects.requireNonNull(json)) {
            markets.add(market((Map<?, ?>) entry));
        }
        return markets;
    }

    private static Market market(Map<?, ?> entry) {
        var filters = (Map<?, ?>) Objects.requireNonNull(entry.get("filters"));
        var price = (Map<?, ?>) Objects.requireNonNull(filters.get("price"));
        var quantity = (Map<?, ?>) Objects.requireNonNull(filters.get("quantity"));
        return new Market(
                text(entry, "symbol"),
                text(entry, "baseSymbol"),
                text(entry, "quoteSymbol"),
                new BigDecimal(text(price, "tickSize")),
                new BigDecimal(text(quantity, "stepSize")),
                new BigDecimal(text(quantity, "minQuantity")),
                null,
                null,
                MarketState.OPEN);
    }

    private static String text(Map<?, ?> from, String key) {
        return (String) Objects.requireNonNull(from.get(key));
    }
}
