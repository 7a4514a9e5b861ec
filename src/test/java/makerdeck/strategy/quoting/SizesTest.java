package makerdeck.strategy.quoting;

import static makerdeck.strategy.Sol.AT_TARGET;
import static makerdeck.strategy.Sol.BOOK;
import static makerdeck.strategy.Sol.available;
import static makerdeck.strategy.Sol.balances;
import static makerdeck.strategy.Sol.decimal;
import static makerdeck.strategy.Sol.live;
import static makerdeck.strategy.Sol.parameters;
import static makerdeck.strategy.Sol.situation;
import static makerdeck.strategy.Sol.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is quoted, and why not. */
class SizesTest {

    @Test
    void automaticSizesAreAShareOfEachAsset() {
        var quotes = Quoter.quotes(situation(parameters("layers", "2", "spread", "0.4")));

        // 5 % of 700 USDC and of 3 SOL, as 1/(4 * 2) is more
        assertEquals(List.of("B1 0.35@99.80", "B2 0.35@99.70"), texts(quotes.bids()));
        assertEquals(List.of("A1 0.15@100.20", "A2 0.15@100.30"), texts(quotes.asks()));
    }

    @Test
    void manyLayersMakeAutomaticSizesSmaller() {
        var quotes = Quoter.quotes(situation(parameters("layers", "10", "spread", "0.2", "layer.growth", "1")));

        // 1/40 of 700 USDC is 17.5, of 3 SOL 0.075
        assertEquals("B1 0.17@99.90", texts(quotes.bids()).get(0));
        assertEquals("A1 0.07@100.10", texts(quotes.asks()).get(0));
        assertEquals(10, quotes.asks().quotes().size());
    }

    @Test
    void automaticSizesCountLockedAndLentFundsOnce() {
        var spread = new Balances(
                new Balance(decimal("1"), decimal("1"), decimal("1")),
                new Balance(decimal("300"), decimal("200"), decimal("200")));

        var quotes = Quoter.quotes(situation(parameters("layers", "2", "spread", "0.4"), BOOK, List.of(), spread));

        assertEquals("B1 0.35@99.80", texts(quotes.bids()).get(0));
        assertEquals("A1 0.15@100.20", texts(quotes.asks()).get(0));
    }

    @Test
    void automaticSizesAreAtLeastTheMarketsMinimum() {
        var quotes = Quoter.quotes(
                situation(parameters("layers", "2", "spread", "0.4"), BOOK, List.of(), balances("0.03", "7")));

        assertEquals(List.of("B1 0.01@99.80", "B2 0.01@99.70"), texts(quotes.bids()));
        assertEquals(List.of("A1 0.01@100.20", "A2 0.01@100.30"), texts(quotes.asks()));
    }

    @Test
    void aShortBudgetScalesAllLayers() {
        var quotes = Quoter.quotes(situation(parameters("quantity", "2", "spread", "0.4", "band.hard", "70")));

        assertEquals(List.of("A1 1.00@100.20", "A2 1.00@100.30", "A3 1.00@100.45"), texts(quotes.asks()));
        assertEquals(List.of("B1 2.00@99.80", "B2 2.00@99.70", "B3 2.00@99.55"), texts(quotes.bids()));
    }

    @Test
    void theOutermostLayerThatFallsBelowTheMinimumIsDropped() {
        var poor = new Balances(available("0.02"), available("1"));
        var quotes = Quoter.quotes(situation(
                parameters("quantity", "2", "spread", "0.4", "band.hard", "100", "skew", "0"), BOOK, List.of(), poor));

        assertEquals(List.of("A1 0.01@100.20", "A2 0.01@100.30"), texts(quotes.asks()));
        assertEquals(List.of("B1 0.01@99.80"), texts(quotes.bids()));
    }

    @Test
    void whatOwnOrdersOfTheSideLockCanBeQuotedAgain() {
        var locked = new Balances(
                new Balance(decimal("1"), decimal("2"), BigDecimal.ZERO),
                new Balance(decimal("400"), decimal("300"), BigDecimal.ZERO));
        var own = List.of(live(1, Side.ASK, "100.50", "1.5"), live(2, Side.BID, "99.00", "1"));

        var quotes = Quoter.quotes(
                situation(parameters("quantity", "100", "layers", "1", "band.hard", "70"), BOOK, own, locked));

        // 1 available + 1.5 of the 2 locked; 400 available + 99 of the 300 locked
        assertEquals(List.of("A1 2.50@100.10"), texts(quotes.asks()));
        assertEquals(List.of("B1 4.99@99.90"), texts(quotes.bids()));
    }

    @Test
    void ownOrdersNeverFreeMoreThanIsLocked() {
        var own = List.of(live(1, Side.ASK, "100.50", "50"));

        var quotes = Quoter.quotes(situation(parameters("quantity", "100", "layers", "1"), BOOK, own, AT_TARGET));

        assertEquals(List.of("A1 3.00@100.10"), texts(quotes.asks()));
    }

    @Test
    void fillsNeverReachBeyondTheHardBand() {
        var quotes = Quoter.quotes(situation(
                parameters("quantity", "0.3", "spread", "0.4", "skew", "0"), BOOK, List.of(), balances("5.5", "450")));

        // 50 USDC to the band of 60 %; of each bid 60 % of what it buys below the mid does not count
        assertEquals(List.of("B1 0.30@99.80", "B2 0.20@99.70"), texts(quotes.bids()));
        assertEquals(List.of("A1 0.30@100.20", "A2 0.30@100.30", "A3 0.30@100.45"), texts(quotes.asks()));
    }

    @Test
    void fillsNeverReachBelowTheHardBandEither() {
        var quotes = Quoter.quotes(situation(
                parameters("quantity", "0.3", "spread", "0.4", "skew", "0", "band.hard", "20"),
                BOOK,
                List.of(),
                balances("1.5", "850")));

        assertEquals(List.of("A1 0.30@100.20", "A2 0.19@100.30"), texts(quotes.asks()));
        assertEquals(3, quotes.bids().quotes().size());
    }

    @Test
    void tooLittleRoomToTheHardBandIsSaid() {
        var quotes = Quoter.quotes(situation(parameters(), BOOK, List.of(), balances("5.9995", "400.05")));

        assertEquals(
                "strategy.size.hard-band[60, 0.01 SOL]", Keys.of(quotes.bids().reason()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity | 0.009 | strategy.size.quantity[0.009, 0.01 SOL]",
                "max-order | 0.5 | strategy.size.max-order[0.5, USDC, 0.01 SOL]",
                "max-position | 300 | strategy.size.max-position[300, USDC, 0.01 SOL]"
            })
    void aSideThatCannotBeSizedSaysWhy(String key, String value, String reason) {
        var quotes = Quoter.quotes(situation(parameters(key, value)));

        assertEquals(reason, Keys.of(quotes.bids().reason()));
        assertEquals(List.of(), quotes.bids().quotes());
    }

    @Test
    void anEmptyPurseSaysWhatItHolds() {
        var quotes =
                Quoter.quotes(situation(parameters("band.hard", "100"), BOOK, List.of(), balances("0.009", "0.99")));

        assertEquals(
                "strategy.size.available[0.99, USDC, 0.01 SOL]",
                Keys.of(quotes.bids().reason()));
        assertEquals(
                "strategy.size.available[0.009, SOL, 0.01 SOL]",
                Keys.of(quotes.asks().reason()));
    }

    @Test
    void theSmallestQuantityIsNotToBlameForAnEmptyPurse() {
        var parameters = parameters("quantity", "0.01", "band.hard", "100");

        var quotes = Quoter.quotes(situation(parameters, BOOK, List.of(), balances("0.009", "0.99")));

        assertEquals(
                "strategy.size.available[0.99, USDC, 0.01 SOL]",
                Keys.of(quotes.bids().reason()));
    }

    @Test
    void maxOrderCapsTheValueOfEachOrder() {
        var quotes = Quoter.quotes(situation(parameters("max-order", "50", "quantity", "2", "layers", "1")));

        assertEquals(List.of("B1 0.50@99.90"), texts(quotes.bids()));
        assertEquals(List.of("A1 0.49@100.10"), texts(quotes.asks()));
    }

    @Test
    void anOrderOfExactlyMaxOrderIsAllowed() {
        var quotes = Quoter.quotes(situation(parameters("max-order", "99.90", "quantity", "1", "layers", "1")));

        assertEquals(List.of("B1 1.00@99.90"), texts(quotes.bids()));
    }

    @Test
    void maxPositionLimitsAllBidsTogetherAndNoAsk() {
        var quotes = Quoter.quotes(situation(
                parameters("max-position", "400", "quantity", "2", "layers", "2", "spread", "0.4", "band.hard", "70")));

        assertEquals(List.of("B1 0.50@99.80", "B2 0.50@99.70"), texts(quotes.bids()));
        assertEquals(List.of("A1 1.50@100.20", "A2 1.50@100.30"), texts(quotes.asks()));
    }
}
