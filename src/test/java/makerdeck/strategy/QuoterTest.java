package makerdeck.strategy;

import static makerdeck.strategy.Sol.AT_TARGET;
import static makerdeck.strategy.Sol.BOOK;
import static makerdeck.strategy.Sol.FEES;
import static makerdeck.strategy.Sol.MARKET;
import static makerdeck.strategy.Sol.available;
import static makerdeck.strategy.Sol.balances;
import static makerdeck.strategy.Sol.book;
import static makerdeck.strategy.Sol.decimal;
import static makerdeck.strategy.Sol.level;
import static makerdeck.strategy.Sol.live;
import static makerdeck.strategy.Sol.parameters;
import static makerdeck.strategy.Sol.situation;
import static makerdeck.strategy.Sol.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuoterTest {

    @Test
    void quotesLayersAroundTheMidAtGrowingDistances() {
        var quotes = Quoter.quotes(situation(parameters("spread", "0.4", "quantity", "0.5", "layer.growth", "2")));

        assertEquals(List.of("B1 0.50@99.80", "B2 0.50@99.60", "B3 0.50@99.20"), texts(quotes.bids()));
        assertEquals(List.of("A1 0.50@100.20", "A2 0.50@100.40", "A3 0.50@100.80"), texts(quotes.asks()));
        assertEquals(0, decimal("100").compareTo(quotes.mid()));
        assertEquals(0, decimal("0.4").compareTo(quotes.spread()));
        assertEquals(SpreadReason.SPREAD, quotes.reason());
        assertEquals("", quotes.bids().reason() + quotes.asks().reason());
    }

    @Test
    void bidsRoundDownAndAsksUp() {
        var quotes = Quoter.quotes(situation(
                parameters("spread", "0.333", "quantity", "1", "layers", "1"),
                book("99.98", "100.01"),
                List.of(),
                AT_TARGET));

        assertEquals(List.of("B1 1.00@99.82"), texts(quotes.bids()));
        assertEquals(List.of("A1 1.00@100.17"), texts(quotes.asks()));
    }

    @Test
    void layersStayATickApart() {
        var quotes = Quoter.quotes(situation(parameters("spread", "0.4", "quantity", "0.1", "layer.growth", "1")));

        assertEquals(List.of("B1 0.10@99.80", "B2 0.10@99.79", "B3 0.10@99.78"), texts(quotes.bids()));
        assertEquals(List.of("A1 0.10@100.20", "A2 0.10@100.21", "A3 0.10@100.22"), texts(quotes.asks()));
    }

    @Test
    void neverCrossesTheOtherSideOfAWideBook() {
        var wide = book("99.99", "100.01");
        var quotes = Quoter.quotes(situation(
                parameters("spread", "0.001", "fee-floor", "off", "quantity", "1", "layers", "1"),
                wide,
                List.of(),
                AT_TARGET));

        assertEquals(List.of("B1 1.00@99.99"), texts(quotes.bids()));
        assertEquals(List.of("A1 1.00@100.01"), texts(quotes.asks()));
    }

    @Test
    void staysATickBehindTheOtherSideWhenInventoryPushesThrough() {
        var heavy = balances("4.5", "550");
        var quotes = Quoter.quotes(situation(
                parameters("skew", "1", "spread", "4", "quantity", "1", "layers", "1"), BOOK, List.of(), heavy));

        assertEquals(List.of("A1 1.00@100.00"), texts(quotes.asks()));
        assertEquals(
                List.of("B1 1.00@96.04"),
                bandless(parameters("skew", "1", "spread", "4", "quantity", "1", "layers", "1"), heavy));
    }

    private static List<String> bandless(Parameters parameters, Balances balances) {
        return texts(Quoter.quotes(new Situation(
                        Bandless.SOL,
                        FEES,
                        parameters,
                        BOOK,
                        List.of(),
                        balances,
                        OptionalDouble.empty(),
                        Widening.NONE))
                .bids());
    }

    @Test
    void theFeeFloorWidensAndSaysSo() {
        var quotes = Quoter.quotes(situation(parameters("spread", "0.1", "quantity", "1", "layers", "1")));

        assertEquals(SpreadReason.FEES, quotes.reason());
        assertEquals(0, decimal("0.18").compareTo(quotes.spread()));
        assertEquals(List.of("B1 1.00@99.91"), texts(quotes.bids()));
        assertEquals(List.of("A1 1.00@100.09"), texts(quotes.asks()));
    }

    @Test
    void theMidIsThatOfEverybodyElse() {
        var own = List.of(live(1, Side.BID, "100.00", "2"), live(2, Side.ASK, "100.30", "3"));
        var book = new Book(
                List.of(level("100.00", "2"), level("99.99", "5")),
                List.of(level("100.01", "1"), level("100.30", "3")),
                1);

        var quotes = Quoter.quotes(situation(parameters(), book, own, AT_TARGET));

        assertEquals(0, decimal("100").compareTo(quotes.mid()));
    }

    @Test
    void aLevelSharedWithOthersStillCounts() {
        var own = List.of(live(1, Side.BID, "100.00", "2"), live(2, Side.BID, "100.00", "1"));
        var book = new Book(List.of(level("100.00", "3.01")), List.of(level("100.02", "1")), 1);

        assertEquals(
                0,
                decimal("100.01")
                        .compareTo(Quoter.quotes(situation(parameters(), book, own, AT_TARGET))
                                .mid()));
    }

    @Test
    void aBookWithoutOthersIsNotQuoted() {
        var own = List.of(live(1, Side.BID, "99.99", "5"));

        var quotes = Quoter.quotes(situation(parameters(), BOOK, own, AT_TARGET));

        assertEquals("book has no two sides", quotes.bids().reason());
        assertEquals("book has no two sides", quotes.asks().reason());
        assertEquals(List.of(), quotes.asks().quotes());
    }

    @Test
    void aCrossedBookIsNotQuoted() {
        var quotes = Quoter.quotes(situation(parameters(), book("100.01", "100.01"), List.of(), AT_TARGET));

        assertEquals("book has no two sides", quotes.bids().reason());
    }

    @ParameterizedTest
    @EnumSource(MarketState.class)
    void onlyAMarketThatTakesMakersIsQuoted(MarketState state) {
        var quotes = Quoter.quotes(new Situation(
                Sol.market(state),
                FEES,
                parameters(),
                BOOK,
                List.of(),
                AT_TARGET,
                OptionalDouble.empty(),
                Widening.NONE));

        boolean quoted = state != MarketState.CLOSED && state != MarketState.CANCEL_ONLY;
        assertEquals(quoted ? "" : "market is " + state, quotes.bids().reason());
    }

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
        var quotes = Quoter.quotes(
                situation(parameters("quantity", "2", "spread", "0.4"), BOOK, List.of(), balances("3", "700")));

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

        var quotes = Quoter.quotes(situation(parameters("quantity", "100", "layers", "1"), BOOK, own, locked));

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity | 0.009 | quantity 0.009 is below the market's minimum 0.01 SOL",
                "max-order | 0.5 | max-order 0.5 USDC is below the market's minimum 0.01 SOL",
                "max-position | 300 | max-position 300 USDC leaves no room for 0.01 SOL"
            })
    void aSideThatCannotBeSizedSaysWhy(String key, String value, String reason) {
        var quotes = Quoter.quotes(situation(parameters(key, value)));

        assertEquals(reason, quotes.bids().reason());
        assertEquals(List.of(), quotes.bids().quotes());
    }

    @Test
    void anEmptyPurseSaysWhatItHolds() {
        var quotes =
                Quoter.quotes(situation(parameters("band.hard", "100"), BOOK, List.of(), balances("0.009", "0.99")));

        assertEquals(
                "available 0.99 USDC does not pay for 0.01 SOL", quotes.bids().reason());
        assertEquals(
                "available 0.009 SOL does not pay for 0.01 SOL", quotes.asks().reason());
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
        var quotes = Quoter.quotes(
                situation(parameters("max-position", "400", "quantity", "2", "layers", "2", "spread", "0.4")));

        assertEquals(List.of("B1 0.50@99.80", "B2 0.50@99.70"), texts(quotes.bids()));
        assertEquals(List.of("A1 1.50@100.20", "A2 1.50@100.30"), texts(quotes.asks()));
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
    @CsvSource({"6, 400, true, false", "5.99, 400.99, false, false", "0, 1000, false, true"})
    void theHeavySideStopsAtTheHardBand(String base, String quote, boolean bidsStop, boolean asksStop) {
        var quotes = Quoter.quotes(situation(parameters(), BOOK, List.of(), balances(base, quote)));

        assertEquals(
                bidsStop ? "inventory 60.0 % at hard band 60 %" : "",
                quotes.bids().reason());
        assertEquals(
                asksStop ? "inventory 0.0 % at hard band 0 %" : "",
                quotes.asks().reason());
        assertEquals(bidsStop, quotes.bids().quotes().isEmpty());
        assertEquals(asksStop, quotes.asks().quotes().isEmpty());
    }

    @Test
    void aWidenedSideIsFurtherAwayAndTheOtherIsNot() {
        var widened = new Situation(
                MARKET,
                FEES,
                parameters("spread", "0.4", "quantity", "1", "layers", "1"),
                BOOK,
                List.of(),
                AT_TARGET,
                OptionalDouble.empty(),
                new Widening(decimal("1.5"), BigDecimal.ONE));

        var quotes = Quoter.quotes(widened);

        assertEquals(List.of("B1 1.00@99.70"), texts(quotes.bids()));
        assertEquals(List.of("A1 1.00@100.20"), texts(quotes.asks()));
        assertEquals(0, decimal("0.5").compareTo(quotes.spread()));
    }

    @Test
    void layersBeyondTheVenuesPriceBandAreLeftOut() {
        var quotes = Quoter.quotes(situation(parameters("spread", "4", "quantity", "0.5")));

        assertEquals(List.of("B1 0.50@98.00", "B2 0.50@97.00"), texts(quotes.bids()));
        assertEquals(List.of("A1 0.50@102.00", "A2 0.50@103.00"), texts(quotes.asks()));
    }

    @Test
    void aSideWhollyBeyondTheBandSaysSo() {
        var quotes = Quoter.quotes(situation(parameters("spread.max", "10", "spread", "8")));

        assertEquals("spread leaves the market's price range", quotes.bids().reason());
        assertEquals("spread leaves the market's price range", quotes.asks().reason());
    }

    @Test
    void fiftyLayersAtTheSteepestGrowthEndAtTheEdgeOfTheWorld() {
        var steep = parameters("layers", "50", "layer.growth", "5", "spread", "0.2", "quantity", "0.01");

        var quotes = Quoter.quotes(new Situation(
                Bandless.SOL, FEES, steep, BOOK, List.of(), AT_TARGET, OptionalDouble.empty(), Widening.NONE));

        assertEquals(
                List.of("B1 0.01@99.90", "B2 0.01@99.50", "B3 0.01@97.50", "B4 0.01@87.50", "B5 0.01@37.50"),
                texts(quotes.bids()));
        assertEquals(5, quotes.asks().quotes().size());
    }

    @Test
    void aRestingOrderMayBeOffByToleranceOfTheHalfSpread() {
        var quotes = Quoter.quotes(situation(parameters("spread", "0.8", "tolerance", "0.15")));

        assertEquals(6, quotes.bids().slack());
        assertEquals(6, quotes.asks().slack());
        assertEquals(
                1, Quoter.quotes(situation(parameters("tolerance", "0"))).bids().slack());
    }

    @Test
    void noOrderMayRestInsideTheFeeFloorOrTheTouch() {
        var floored = Quoter.quotes(situation(parameters("spread", "0.8")));
        var bare = Quoter.quotes(situation(parameters("spread", "0.8", "fee-floor", "off")));

        assertEquals("99.91", MARKET.text(floored.bids().limit()));
        assertEquals("100.09", MARKET.text(floored.asks().limit()));
        assertEquals("100.00", MARKET.text(bare.bids().limit()));
        assertEquals("100.00", MARKET.text(bare.asks().limit()));
    }

    @Test
    void aSideCanBeEmptiedForAReasonOfTheCallers() {
        var quotes = Quoter.quotes(situation(parameters())).without(Side.BID, "paused");

        assertEquals("paused", quotes.bids().reason());
        assertTrue(quotes.bids().quotes().isEmpty());
        assertEquals(3, quotes.asks().quotes().size());
        assertEquals(
                "cooling", quotes.without(Side.ASK, "cooling").side(Side.ASK).reason());
    }
}
