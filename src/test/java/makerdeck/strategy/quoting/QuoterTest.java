package makerdeck.strategy.quoting;

import static makerdeck.strategy.Sol.AT_TARGET;
import static makerdeck.strategy.Sol.BOOK;
import static makerdeck.strategy.Sol.FEES;
import static makerdeck.strategy.Sol.MARKET;
import static makerdeck.strategy.Sol.balances;
import static makerdeck.strategy.Sol.book;
import static makerdeck.strategy.Sol.decimal;
import static makerdeck.strategy.Sol.level;
import static makerdeck.strategy.Sol.live;
import static makerdeck.strategy.Sol.parameters;
import static makerdeck.strategy.Sol.situation;
import static makerdeck.strategy.Sol.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import makerdeck.domain.Book;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.strategy.Bandless;
import makerdeck.strategy.Sol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertNull(quotes.bids().reason());
        assertNull(quotes.asks().reason());
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

        assertEquals("strategy.side.one-sided-book", Keys.of(quotes.bids().reason()));
        assertEquals("strategy.side.one-sided-book", Keys.of(quotes.asks().reason()));
        assertEquals(List.of(), quotes.asks().quotes());
    }

    @Test
    void aCrossedBookIsNotQuoted() {
        var quotes = Quoter.quotes(situation(parameters(), book("100.01", "100.01"), List.of(), AT_TARGET));

        assertEquals("strategy.side.one-sided-book", Keys.of(quotes.bids().reason()));
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
        assertEquals(
                quoted ? "" : "strategy.side.market." + state.name().toLowerCase(Locale.ROOT),
                Keys.of(quotes.bids().reason()));
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
                new Widening(Guard.fills(decimal("1.5"), Duration.ofSeconds(9)), Guard.NONE));

        var quotes = Quoter.quotes(widened);

        assertEquals(List.of("B1 1.00@99.70"), texts(quotes.bids()));
        assertEquals(List.of("A1 1.00@100.20"), texts(quotes.asks()));
        assertEquals(0, decimal("0.5").compareTo(quotes.spread()));
    }

    private static List<String> chain(PriceChain chain) {
        return chain.steps().stream()
                .map(step -> step.cause().word() + " "
                        + chain.percent(step).setScale(3, RoundingMode.HALF_UP)
                        + (step.factor() == null ? "" : " x" + step.factor().setScale(2, RoundingMode.HALF_UP))
                        + (step.left() == null ? "" : " " + step.left().toSeconds() + "s"))
                .toList();
    }

    @Test
    void aChainNamesEachCauseWithItsFactorAndTheTimeItHasLeft() {
        var parameters = Sol.parameters("spread", "0.1", "quantity", "1", "layers", "2", "skew", "1", "spread.max", "2")
                .with(Map.of("spread.mode", "volatility"));
        var quotes = Quoter.quotes(new Situation(
                MARKET,
                FEES,
                parameters,
                BOOK,
                List.of(),
                balances("3.75", "625"),
                OptionalDouble.of(100),
                new Widening(Guard.NONE, Guard.jump(Duration.ofSeconds(4)))));

        assertEquals(
                List.of("spread 0.050", "volatility 2.635 x52.70", "max 1.000 x0.38", "skew 1.495 x1.50", "tick 1.500"),
                chain(quotes.bids().chain(MARKET).orElseThrow()));
        assertEquals(
                List.of(
                        "spread 0.050",
                        "volatility 2.635 x52.70",
                        "max 1.000 x0.38",
                        "jump 2.000 x2.00 4s",
                        "skew 1.490 x0.75"),
                chain(quotes.asks().chain(MARKET).orElseThrow()));
    }

    @Test
    void whenTheNearestLayerIsNotWantedTheChainGoesOnToTheNext() {
        var ladder = Quoter.quotes(situation(parameters("spread", "0.4", "quantity", "0.5", "layer.growth", "2")))
                .bids();

        var without = ladder.with(ladder.quotes().subList(1, 3), null);

        assertEquals(
                List.of("spread 0.200", "layer 0.400"),
                chain(without.chain(MARKET).orElseThrow()));
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

        assertEquals("strategy.range.band-low[0.97]", Keys.of(quotes.bids().reason()));
        assertEquals("strategy.range.band-high[1.03]", Keys.of(quotes.asks().reason()));
    }

    @Test
    void aBidIsAtLeastATick() {
        var cheap = Quoter.quotes(new Situation(
                Bandless.SOL,
                FEES,
                parameters("quantity", "1", "layer.growth", "1"),
                book("0.02", "0.03"),
                List.of(),
                balances("30000", "1000"),
                OptionalDouble.empty(),
                Widening.NONE));

        assertEquals(List.of("B1 1.00@0.02", "B2 1.00@0.01"), texts(cheap.bids()));
        assertEquals(List.of("A1 1.00@0.03", "A2 1.00@0.04", "A3 1.00@0.05"), texts(cheap.asks()));
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
        var quotes = Quoter.quotes(situation(parameters())).without(Side.BID, Message.plain("paused"));

        assertEquals("message.plain[paused]", Keys.of(quotes.bids().reason()));
        assertTrue(quotes.bids().quotes().isEmpty());
        assertEquals(3, quotes.asks().quotes().size());
        assertEquals(
                "message.plain[cooling]",
                Keys.of(quotes.without(Side.ASK, Message.plain("cooling"))
                        .side(Side.ASK)
                        .reason()));
    }
}
