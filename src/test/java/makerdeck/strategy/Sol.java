package makerdeck.strategy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.QuoteLadder;
import makerdeck.strategy.quoting.RestingQuote;
import makerdeck.strategy.quoting.Situation;
import makerdeck.strategy.quoting.Widening;

/** SOL_USDC around 100, the lowest fee tier, and short ways to say what is in it. */
public final class Sol {

    public static final Market MARKET = market(MarketState.OPEN);
    public static final Fees FEES = new Fees(decimal("8"), decimal("10"));
    /** Mid 100.00. */
    public static final Book BOOK = book("99.99", "100.01");
    /** 30 % of 1000 in base at mid 100, so nothing pulls at the quotes. */
    public static final Balances AT_TARGET = balances("3", "700");

    private Sol() {}

    public static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    public static Market market(MarketState state) {
        return new Market(
                "SOL_USDC",
                "SOL",
                "USDC",
                decimal("0.01"),
                decimal("0.01"),
                decimal("0.01"),
                decimal("0.97"),
                decimal("1.03"),
                state);
    }

    public static Book book(String bid, String ask) {
        return new Book(List.of(level(bid, "5")), List.of(level(ask, "5")), 1);
    }

    public static Level level(String price, String quantity) {
        return new Level(MARKET.price(decimal(price)), MARKET.quantity(decimal(quantity)));
    }

    public static Balances balances(String base, String quote) {
        return new Balances(available(base), available(quote));
    }

    public static Balance available(String amount) {
        return new Balance(decimal(amount), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public static RestingQuote live(long id, Side side, String price, String remaining) {
        return live(id, side, price, remaining, Duration.ofSeconds(10));
    }

    public static RestingQuote live(long id, Side side, String price, String remaining, Duration age) {
        return new RestingQuote(
                new ClientId(id), side, MARKET.price(decimal(price)), MARKET.quantity(decimal(remaining)), age);
    }

    /** Defaults with some changed, fixed spread. */
    public static Parameters parameters(String... keysAndValues) {
        var parameters = Parameters.defaults().with(Map.of("spread.mode", "fixed"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            parameters = parameters.with(Map.of(keysAndValues[i], keysAndValues[i + 1]));
        }
        return parameters;
    }

    /** At target, nothing live, volatility unknown. */
    public static Situation situation(Parameters parameters) {
        return situation(parameters, BOOK, List.of(), AT_TARGET);
    }

    public static Situation situation(Parameters parameters, Book book, List<RestingQuote> live, Balances balances) {
        return new Situation(MARKET, FEES, parameters, book, live, balances, OptionalDouble.empty(), Widening.NONE);
    }

    /** {@code B1 2.50@99.90} of each quote, nearest first. */
    public static List<String> texts(QuoteLadder ladder) {
        return ladder.quotes().stream()
                .map(quote -> quote.tag() + " " + MARKET.text(quote.quantity()) + "@" + MARKET.text(quote.price()))
                .toList();
    }
}
