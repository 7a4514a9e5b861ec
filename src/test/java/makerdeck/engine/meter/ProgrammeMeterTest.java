package makerdeck.engine.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Book;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
import makerdeck.domain.Fill;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.Trade;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.journal.Entry;
import makerdeck.message.Message;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgrammeMeterTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final Market SOL =
            ListedMarkets.find("SOL_USDC").orElseThrow().rules();

    private final MarketData market = new MarketData();
    private final ConnectionState connection = new ConnectionState();
    private final OrderTracker tracker = new OrderTracker((order, before, reason) -> {});
    private final List<Entry.MinuteRested> minutes = new ArrayList<>();
    private final ProgrammeMeter meter = new ProgrammeMeter(market, connection, minutes::add);
    private Parameters parameters = Parameters.defaults();
    private long ids = 7 << 24;

    @BeforeEach
    void begin() {
        market.rules(SOL, new Fees(BigDecimal.ONE, BigDecimal.ONE), NOON);
        connection.up(Stream.PUBLIC, NOON);
        connection.up(Stream.PRIVATE, NOON);
    }

    /** Best prices in cents. */
    private void book(long second, long bid, long ask) {
        market.book(new Book(List.of(level(bid)), List.of(level(ask)), 1), NOON.plusSeconds(second));
    }

    private static Level level(long ticks) {
        return new Level(new Price(ticks), new Quantity(100));
    }

    private ManagedOrder sent(Side side, long ticks, long steps) {
        var terms = NewOrder.maker(new ClientId(ids++), side, new Price(ticks), new Quantity(steps));
        return tracker.sent(terms, OrderPurpose.QUOTE, 1, 0, NOON);
    }

    private ManagedOrder resting(Side side, long ticks, long steps) {
        var order = sent(side, ticks, steps);
        seen(order, 0);
        return order;
    }

    private void seen(ManagedOrder order, long filled) {
        var terms = order.terms();
        var status = filled == 0 ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
        var id = order.clientId().value() + "";
        var told = new Order(
                id,
                order.clientId(),
                order.side(),
                order.price(),
                terms.quantity(),
                new Quantity(filled),
                status,
                NOON);
        tracker.seen(order, told, NOON, NOON, null);
    }

    /** Looks once a second until then, the book confirmed each time. */
    private void quietUntil(long from, long to, long bid, long ask) {
        for (long second = from; second <= to; second++) {
            book(second, bid, ask);
            count(second);
        }
    }

    private void count(long second) {
        meter.count(NOON.plusSeconds(second), tracker.live(), parameters, false);
    }

    private static void assertSame(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), "was " + actual.toPlainString());
    }

    @Test
    void valueTimesTimeIsCountedBySideAndBandToTheEdge() {
        // Mid 150: 7.5 bp are 0.1125, 15 bp are 0.225.
        resting(Side.BID, 14_989, 200);
        resting(Side.BID, 14_978, 300);
        resting(Side.BID, 14_977, 1000);
        resting(Side.ASK, 15_022, 100);

        quietUntil(0, 30, 14_999, 15_001);
        meter.end();

        var minute = minutes.get(0);
        assertEquals(NOON, minute.at());
        assertSame("8993.40", minute.near().bids());
        assertSame("0", minute.near().asks());
        assertEquals(Duration.ZERO, minute.near().both());
        assertSame("22473.60", minute.far().bids());
        assertSame("4506.60", minute.far().asks());
        assertEquals(Duration.ofSeconds(30), minute.far().both());
        assertEquals(Duration.ofSeconds(30), minute.heard().known());
    }

    @Test
    void theBandMovesWithTheMid() {
        resting(Side.BID, 14_989, 100);
        quietUntil(0, 10, 14_999, 15_001);
        quietUntil(10, 25, 15_000, 15_001);
        meter.end();

        // Of 150.005 the band ends at 149.8925 - until it moved it counted.
        assertSame("1498.90", minutes.get(0).near().bids());
        assertSame("3747.25", minutes.get(0).far().bids());
    }

    @Test
    void onlyWhatTheVenueHasShownAndNobodyCancelsCounts() {
        var asked = sent(Side.BID, 14_999, 100);
        var going = resting(Side.BID, 14_998, 100);
        var part = resting(Side.BID, 14_997, 100);
        quietUntil(0, 10, 14_999, 15_001);
        tracker.cancelSent(going, NOON.plusSeconds(10));
        seen(part, 40);
        quietUntil(10, 20, 14_999, 15_001);
        seen(asked, 0);
        quietUntil(20, 30, 14_999, 15_001);
        meter.end();

        assertSame(
                new BigDecimal("149.98")
                        .add(new BigDecimal("149.97"))
                        .add(new BigDecimal("149.97").multiply(new BigDecimal("0.6")))
                        .add(new BigDecimal("149.97").multiply(new BigDecimal("0.6")))
                        .add(new BigDecimal("149.99"))
                        .multiply(BigDecimal.TEN)
                        .toPlainString(),
                minutes.get(0).near().bids());
    }

    @Test
    void whatIsNotKnownDoesNotRest() {
        resting(Side.BID, 14_999, 100);
        resting(Side.ASK, 15_001, 100);
        quietUntil(0, 10, 14_998, 15_002);
        market.bookLost(Message.plain("gap"));
        count(10);
        count(15);
        quietUntil(15, 20, 14_998, 15_002);
        connection.down(Stream.PRIVATE, NOON.plusSeconds(20), Message.plain("closed"));
        count(20);
        book(25, 14_998, 15_002);
        count(25);
        connection.up(Stream.PRIVATE, NOON.plusSeconds(25));
        count(25);
        // The venue says nothing for ten seconds: three are believed.
        for (int second = 26; second <= 35; second++) {
            count(second);
        }
        book(35, 15_000, 15_000);
        count(35);
        count(40);
        meter.end();

        var minute = minutes.get(0);
        assertEquals(Duration.ofSeconds(40), minute.heard().ran());
        assertEquals(Duration.ofSeconds(19), minute.heard().known());
        assertEquals(Duration.ofSeconds(19), minute.near().both());
        assertEquals(Duration.ofSeconds(40), minute.heard().tape());
    }

    /** Books of an earlier life are open before the venue has said what its market is. */
    @Test
    void aMinuteOfAMarketThatIsNotKnownHasNothing() {
        var deaf = new ProgrammeMeter(new MarketData(), connection, minutes::add);
        for (int second = 0; second <= 70; second++) {
            deaf.count(NOON.plusSeconds(second), tracker.live(), parameters, false);
        }
        deaf.end();

        assertEquals(2, minutes.size());
        assertEquals(Duration.ofSeconds(60), minutes.get(0).heard().ran());
        assertEquals(Duration.ZERO, minutes.get(0).heard().known());
        assertSame("0", minutes.get(0).near().bids());
        assertSame("0", minutes.get(0).far().asks());
    }

    @Test
    void minutesAreThoseOfTheClockAndASleepIsInNone() {
        resting(Side.BID, 14_999, 100);
        quietUntil(50, 70, 14_998, 15_002);
        // Longer than a minute without a look.
        quietUntil(200, 205, 14_998, 15_002);
        meter.end();

        assertEquals(
                List.of("12:00 10", "12:01 10", "12:03 5"),
                minutes.stream()
                        .map(minute -> minute.at().toString().substring(11, 16) + " "
                                + minute.heard().ran().toSeconds())
                        .toList());
        assertSame("1499.90", minutes.get(1).near().bids());
    }

    @Test
    void otherBandsBeginAnotherRow() {
        resting(Side.BID, 14_985, 100);
        quietUntil(0, 10, 14_999, 15_001);
        parameters = parameters.with(Map.of("programme.near", "10"));
        quietUntil(10, 20, 14_999, 15_001);
        quietUntil(20, 30, 14_999, 15_001);
        meter.end();

        assertEquals(2, minutes.size());
        assertEquals(minutes.get(0).at(), minutes.get(1).at());
        assertSame("7.5", minutes.get(0).near().points());
        assertSame("0", minutes.get(0).near().bids());
        assertSame("10", minutes.get(1).near().points());
        assertSame("2997.00", minutes.get(1).near().bids());
    }

    private void trade(long second, long steps) {
        var at = NOON.plusSeconds(second);
        meter.traded(new Trade(1, Side.BID, new Price(15_000), new Quantity(steps), at), at);
    }

    private void fill(long second, long at, boolean maker) {
        var fill = new Fill(
                second + at,
                "o",
                new ClientId(7 << 24),
                Side.ASK,
                new BigDecimal("150"),
                new BigDecimal("0.5"),
                BigDecimal.ZERO,
                "USDC",
                maker,
                NOON.plusSeconds(at));
        meter.filled(fill, NOON.plusSeconds(second));
    }

    @Test
    void ourShareIsOfWhatWasTradedWhileTheTapeWasHeard() {
        quietUntil(0, 10, 14_999, 15_001);
        trade(10, 1000);
        fill(10, 10, true);
        fill(11, 11, false);
        connection.down(Stream.PUBLIC, NOON.plusSeconds(20), Message.plain("closed"));
        count(20);
        fill(25, 22, true);
        count(30);
        connection.up(Stream.PUBLIC, NOON.plusSeconds(30));
        count(30);
        // Told late: it was traded while nobody listened.
        fill(31, 29, true);
        fill(32, 31, true);
        count(60);
        trade(60, 100);
        count(61);
        meter.end();

        assertSame("1650", minutes.get(0).market());
        assertSame("150", minutes.get(0).maker());
        assertEquals(Duration.ofSeconds(50), minutes.get(0).heard().tape());
        assertSame("0", minutes.get(1).market());
    }

    @Test
    void whatIsTooLargeToCountIsNotKnown() {
        resting(Side.BID, 14_999, Long.MAX_VALUE / 14_000);
        quietUntil(0, 5, 14_998, 15_002);
        meter.end();

        assertEquals(Duration.ZERO, minutes.get(0).heard().known());
        assertSame("0", minutes.get(0).near().bids());
    }

    /** No clock may fail it: what a look costs is printed. */
    @Test
    void aLookIsCheap() {
        for (int i = 0; i < 6; i++) {
            resting(Side.BID, 14_999 - i, 100);
            resting(Side.ASK, 15_001 + i, 100);
        }
        book(0, 14_998, 15_002);
        int looks = 2_000_000;
        var started = System.nanoTime();
        for (int i = 0; i < looks; i++) {
            meter.count(NOON.plusNanos(1_000L * i), tracker.live(), parameters, i % 10 > 0);
        }
        System.out.printf("a look over 12 orders: %d ns%n", (System.nanoTime() - started) / looks);
        meter.end();
        assertEquals(1, minutes.size());
    }
}
