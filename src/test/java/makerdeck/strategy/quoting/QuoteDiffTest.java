package makerdeck.strategy.quoting;

import static makerdeck.strategy.Sol.AT_TARGET;
import static makerdeck.strategy.Sol.BOOK;
import static makerdeck.strategy.Sol.live;
import static makerdeck.strategy.Sol.parameters;
import static makerdeck.strategy.Sol.situation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import makerdeck.domain.ClientId;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.strategy.Sol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteDiffTest {

    /** B1 99.60, B2 99.20, B3 98.40 and A1 100.40, A2 100.80, A3 101.60, each 1.00; slack 6 ticks. */
    private static final Quotes WANTED = wanted("3");

    /** Without the outer two layers of each side. */
    private static final Quotes ONE_EACH = wanted("1");

    private static Quotes wanted(String layers) {
        return Quoter.quotes(situation(
                parameters("spread", "0.8", "quantity", "1", "layer.growth", "2", "layers", layers),
                BOOK,
                List.of(),
                AT_TARGET));
    }

    private static Map<Long, String> kept(QuoteDiff diff) {
        return diff.keep().entrySet().stream()
                .collect(Collectors.toMap(
                        pair -> pair.getKey().value(), pair -> pair.getValue().tag()));
    }

    private static List<Long> ids(List<RestingQuote> orders) {
        return orders.stream().map(RestingQuote::clientId).map(ClientId::value).toList();
    }

    private static List<String> tags(QuoteDiff diff) {
        return diff.place().stream().map(Quote::tag).toList();
    }

    @Test
    void withoutOrdersAllIsPlacedNearestFirst() {
        var diff = QuoteDiff.between(WANTED, List.of());

        assertEquals(List.of("B1", "B2", "B3", "A1", "A2", "A3"), tags(diff));
        assertEquals(Map.of(), diff.keep());
    }

    @Test
    void anUnchangedLadderMovesNothing() {
        var live = List.of(
                live(1, Side.BID, "99.60", "1"),
                live(2, Side.BID, "99.20", "1"),
                live(3, Side.BID, "98.40", "1"),
                live(4, Side.ASK, "100.40", "1"),
                live(5, Side.ASK, "100.80", "1"),
                live(6, Side.ASK, "101.60", "1"));

        var diff = QuoteDiff.between(WANTED, live);

        assertEquals(Map.of(1L, "B1", 2L, "B2", 3L, "B3", 4L, "A1", 5L, "A2", 6L, "A3"), kept(diff));
        assertEquals(List.of(), diff.place());
        assertEquals(List.of(), diff.urgent());
        assertEquals(List.of(), diff.stale());
    }

    @ParameterizedTest
    @CsvSource({
        "99.60, 1.00, 0, true",
        "99.66, 1.00, 0, true",
        "99.67, 1.00, 0, false",
        "99.54, 1.00, 0, true",
        "99.53, 1.00, 0, false",
        "99.60, 0.80, 0, true",
        "99.60, 0.79, 0, false",
        "99.60, 1.20, 0, true",
        "99.60, 1.21, 0, false",
        "99.60, 1.00, 1799, true",
        "99.60, 1.00, 1800, false"
    })
    void anOrderStaysWhileItsPriceSizeAndAgeAreNearEnough(String price, String quantity, long seconds, boolean stays) {
        var order = live(1, Side.BID, price, quantity, Duration.ofSeconds(seconds));

        var diff = QuoteDiff.between(ONE_EACH, List.of(order));

        assertEquals(stays ? Map.of(1L, "B1") : Map.of(), kept(diff));
        assertEquals(stays ? List.of("A1") : List.of("B1", "A1"), tags(diff));
    }

    @ParameterizedTest
    @CsvSource({"BID, 99.67, true", "BID, 99.53, false", "ASK, 100.33, true", "ASK, 100.47, false"})
    void tooTightIsUrgentAndTooWideIsNot(Side side, String price, boolean urgent) {
        var diff = QuoteDiff.between(ONE_EACH, List.of(live(1, side, price, "1")));

        assertEquals(urgent ? List.of(1L) : List.of(), ids(diff.urgent()));
        assertEquals(urgent ? List.of() : List.of(1L), ids(diff.stale()));
    }

    @Test
    void anOrderWithinToleranceThatBreaksTheFeeFloorIsUrgent() {
        var floored = Quoter.quotes(situation(
                parameters("spread", "0.18", "quantity", "1", "layers", "1", "tolerance", "0.5"),
                BOOK,
                List.of(),
                AT_TARGET));

        var diff =
                QuoteDiff.between(floored, List.of(live(1, Side.BID, "99.92", "1"), live(2, Side.ASK, "100.08", "1")));

        assertEquals(List.of(1L, 2L), ids(diff.urgent()));
    }

    @Test
    void everyOrderOfASideThatMustBeEmptyIsUrgent() {
        var diff = QuoteDiff.between(
                WANTED.without(Side.BID, Message.plain("paused")),
                List.of(live(1, Side.BID, "99.60", "1"), live(2, Side.BID, "90.00", "1")));

        assertEquals(List.of(1L, 2L), ids(diff.urgent()));
        assertEquals(List.of("A1", "A2", "A3"), tags(diff));
    }

    @Test
    void oneOrderTooManyBetweenTheLayersIsNotUrgent() {
        var live = List.of(
                live(1, Side.BID, "99.60", "1"),
                live(2, Side.BID, "99.20", "1"),
                live(3, Side.BID, "98.40", "1"),
                live(4, Side.BID, "99.40", "1"));

        assertEquals(List.of(4L), ids(QuoteDiff.between(WANTED, live).stale()));
    }

    @Test
    void ofTwoOrdersAtOnePriceTheOlderKeepsItsPlace() {
        var live = List.of(
                live(1, Side.BID, "99.60", "1", Duration.ofSeconds(5)),
                live(2, Side.BID, "99.60", "1", Duration.ofSeconds(50)));

        var diff = QuoteDiff.between(ONE_EACH, live);

        assertEquals(Map.of(2L, "B1"), kept(diff));
        assertEquals(List.of(1L), ids(diff.stale()));
    }

    @Test
    void theNearestOrderStandsForAQuote() {
        var live = List.of(live(1, Side.BID, "99.56", "1", Duration.ofSeconds(50)), live(2, Side.BID, "99.61", "1"));

        assertEquals(Map.of(2L, "B1"), kept(QuoteDiff.between(ONE_EACH, live)));
    }

    @Test
    void anOrderOfTheWrongSizeAtTheEdgeOfToleranceIsNotUrgent() {
        var diff = QuoteDiff.between(ONE_EACH, List.of(live(1, Side.BID, "99.66", "5")));

        assertEquals(List.of(1L), ids(diff.stale()));
    }

    @Test
    void anOrderMovesToAnotherLayerWhenThatKeepsMoreOrders() {
        var close = new Quotes(
                WANTED.mid(),
                WANTED.reference(),
                WANTED.spread(),
                WANTED.reason(),
                null,
                new QuoteLadder(
                        Side.BID,
                        List.of(quote(1, "99.60"), quote(2, "99.55")),
                        Sol.MARKET.price(Sol.decimal("99.99")),
                        6,
                        null,
                        null,
                        null),
                WANTED.asks());
        // 99.58 is nearest to both, but 99.65 can only stand for B1
        var live = List.of(live(1, Side.BID, "99.65", "1"), live(2, Side.BID, "99.58", "1"));

        assertEquals(Map.of(1L, "B1", 2L, "B2"), kept(QuoteDiff.between(close, live)));
    }

    private static Quote quote(int layer, String price) {
        return new Quote(Side.BID, layer, Sol.MARKET.price(Sol.decimal(price)), Sol.MARKET.quantity(Sol.decimal("1")));
    }

    @ParameterizedTest
    @CsvSource({"99.60, false", "99.59, false", "99.61, true"})
    void aQuoteThatWouldCrossOurOwnOrderWaitsUntilThatIsGone(String ownAsk, boolean placed) {
        var diff = QuoteDiff.between(ONE_EACH, List.of(live(1, Side.ASK, ownAsk, "1")));

        assertEquals(placed ? List.of("B1", "A1") : List.of("A1"), tags(diff));
        assertEquals(List.of(1L), ids(diff.urgent()));
    }

    @Test
    void ladderWithoutQuotesNeedsAReason() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new QuoteLadder(Side.BID, List.of(), new Price(0), 0, null, null, null));
    }
}
