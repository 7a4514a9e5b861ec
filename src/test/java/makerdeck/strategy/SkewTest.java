package makerdeck.strategy;

import static makerdeck.strategy.Sol.BOOK;
import static makerdeck.strategy.Sol.balances;
import static makerdeck.strategy.Sol.decimal;
import static makerdeck.strategy.Sol.parameters;
import static makerdeck.strategy.Sol.situation;
import static makerdeck.strategy.Sol.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import makerdeck.message.Keys;
import makerdeck.strategy.quoting.Quoter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What inventory does to the quotes. */
class SkewTest {

    @Test
    void staysATickBehindTheOtherSideWhenInventoryPushesThrough() {
        var heavy = balances("4.5", "550");
        var quotes = Quoter.quotes(situation(
                parameters("skew", "1", "spread", "4", "quantity", "1", "layers", "1"), BOOK, List.of(), heavy));

        assertEquals(List.of("A1 1.00@100.00"), texts(quotes.asks()));
    }

    @Test
    void tooMuchInventoryLowersBothSides() {
        var heavy = balances("3.75", "625");

        var quotes = Quoter.quotes(
                situation(parameters("spread", "0.8", "quantity", "1", "layers", "1"), BOOK, List.of(), heavy));

        // 37.5 %: half a threshold over target, half of it as skew 0.5, of 40 bp: 10 bp down
        assertEquals(0, decimal("99.9").compareTo(quotes.reference()));
        assertEquals(List.of("B1 1.00@99.50"), texts(quotes.bids()));
        assertEquals(List.of("A1 1.00@100.30"), texts(quotes.asks()));
    }

    @Test
    void tooLittleInventoryRaisesBothSides() {
        var light = balances("2.25", "775");

        var quotes = Quoter.quotes(
                situation(parameters("spread", "0.8", "quantity", "1", "layers", "1"), BOOK, List.of(), light));

        assertEquals(0, decimal("100.1").compareTo(quotes.reference()));
    }

    @Test
    void inventoryPullsNoFurtherThanAThreshold() {
        var parameters = parameters("spread", "0.8", "quantity", "1", "layers", "1", "band.hard", "100");

        assertEquals(
                0,
                decimal("99.8")
                        .compareTo(Quoter.quotes(situation(parameters, BOOK, List.of(), balances("9", "100")))
                                .reference()));
        assertEquals(
                0,
                decimal("100.2")
                        .compareTo(Quoter.quotes(situation(parameters, BOOK, List.of(), balances("0.1", "990")))
                                .reference()));
    }

    @Test
    void withoutSkewInventoryDoesNotMatter() {
        var quotes = Quoter.quotes(situation(parameters("skew", "0"), BOOK, List.of(), balances("4", "600")));

        assertEquals(0, quotes.mid().compareTo(quotes.reference()));
    }

    @ParameterizedTest
    @CsvSource({"6, 400, true, false", "5.98, 400.99, false, false", "0, 1000, false, true"})
    void theHeavySideStopsAtTheHardBand(String base, String quote, boolean bidsStop, boolean asksStop) {
        var quotes = Quoter.quotes(situation(parameters(), BOOK, List.of(), balances(base, quote)));

        assertEquals(
                bidsStop ? "strategy.side.hard-band[60.0, 60]" : "",
                Keys.of(quotes.bids().reason()));
        assertEquals(
                asksStop ? "strategy.side.hard-band[0.0, 0]" : "",
                Keys.of(quotes.asks().reason()));
        assertEquals(bidsStop, quotes.bids().quotes().isEmpty());
        assertEquals(asksStop, quotes.asks().quotes().isEmpty());
    }
}
