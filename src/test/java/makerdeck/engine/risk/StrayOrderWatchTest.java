package makerdeck.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.ReferencePrice;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator is told of orders that rest against the desk's will. */
class StrayOrderWatchTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final Market SOL =
            ListedMarkets.find("SOL_USDC").orElseThrow().rules();
    private static final ClientId ID = new ClientId((long) Bench.TAG << 24);
    private static final ClientId NEXT = new ClientId(((long) Bench.TAG << 24) + 1);

    private final List<DeskEvent> told = new ArrayList<>();
    private final MarketData market = new MarketData();
    private final ConnectionState connection = new ConnectionState();
    private final AccountReading account = new AccountReading();
    private final TradingGates gates = new TradingGates(market, connection, account, new ReferencePrice(market));
    private final OrderTracker tracker = new OrderTracker((order, before, reason) -> {});
    private final EventLog log = new EventLog(told::add);
    private final StrayOrderWatch strays = new StrayOrderWatch(log, tracker, gates);

    @BeforeEach
    void seeTheMarket() {
        market.rules(SOL, new Fees(BigDecimal.ONE, BigDecimal.ONE), NOON);
        connection.up(Stream.PUBLIC, NOON);
        connection.up(Stream.PRIVATE, NOON);
        account.balances(new Balances(Balance.ZERO, Balance.ZERO), NOON);
        gates.compared(NOON);
    }

    /** After so many milliseconds, with a fresh book. */
    private void tick(long millis) {
        var now = NOON.plusMillis(millis);
        market.book(new Book(level(15_000), level(15_002), 1), now);
        connection.frame(now);
        strays.tick(now);
    }

    private static List<Level> level(long ticks) {
        return List.of(new Level(new Price(ticks), new Quantity(1)));
    }

    private long criticals() {
        return told.stream()
                .filter(event -> event.severity() == Severity.CRITICAL)
                .count();
    }

    @Test
    void anOrderThatShouldBeGoneForFiveSecondsIsAlertedOnceAndSoIsItsEnd() {
        var found = new Order(
                "11", ID, Side.BID, new Price(14_990), new Quantity(10), Quantity.ZERO, OrderStatus.NEW, NOON);
        var order = tracker.adopt(found, ID, BigDecimal.ZERO, SOL, NOON);

        tick(0);
        tick(4_999);
        assertEquals("", Keys.of(strays.text()));

        tick(5_000);
        tick(5_100);
        assertFalse(strays.text().isEmpty());
        assertEquals(1, criticals());

        var gone = new Order(
                "11", ID, Side.BID, new Price(14_990), new Quantity(10), Quantity.ZERO, OrderStatus.CANCELLED, NOON);
        tracker.seen(order, gone, NOON, NOON.plusSeconds(6), null);
        tick(6_000);
        assertEquals("", Keys.of(strays.text()));
        assertEquals(2, told.size());
    }

    @Test
    void saysWhyTheCancelFailedSecondsBeforeAndForgetsItWithTheOrder() {
        var order = tracker.adopt(found(OrderStatus.NEW), ID, BigDecimal.ZERO, SOL, NOON);

        strays.cancelFailed(Message.plain("a page"));
        tick(0);
        tick(100);
        tick(5_000);
        assertEquals(
                "engine.exposed-because[message.plain[" + order.tag() + "], message.plain[a page]]",
                Keys.of(strays.text()));

        tracker.seen(order, found(OrderStatus.CANCELLED), NOON, NOON.plusSeconds(6), null);
        tick(6_000);
        tracker.sent(
                NewOrder.maker(NEXT, Side.BID, new Price(14_990), new Quantity(10)), OrderPurpose.QUOTE, 1, 0, NOON);
        connection.down(Stream.PUBLIC, NOON, Message.plain("closed"));
        tick(7_000);
        tick(12_000);
        assertEquals("engine.exposed[message.plain[B1]]", Keys.of(strays.text()));
    }

    @Test
    void anotherOrderThatStaysIsAnotherAlertAndTheSameCountsUp() {
        var order = tracker.adopt(found(OrderStatus.NEW), ID, BigDecimal.ZERO, SOL, NOON);
        tick(0);
        tick(5_000);
        tracker.seen(order, found(OrderStatus.CANCELLED), NOON, NOON.plusSeconds(6), null);
        tick(6_000);

        tracker.sent(
                NewOrder.maker(NEXT, Side.BID, new Price(14_990), new Quantity(10)), OrderPurpose.QUOTE, 1, 0, NOON);
        connection.down(Stream.PUBLIC, NOON, Message.plain("closed"));
        tick(7_000);
        tick(12_000);
        connection.up(Stream.PUBLIC, NOON.plusSeconds(13));
        gates.compared(NOON.plusSeconds(20));
        tick(20_000);
        connection.down(Stream.PUBLIC, NOON.plusSeconds(21), Message.plain("closed"));
        tick(21_000);
        tick(26_000);

        assertEquals(
                List.of("engine.exposed.alarm[engine.orders.one[1]] 1", "engine.exposed.alarm[engine.orders.one[1]] 2"),
                log.alerts().stream()
                        .map(alert -> alert.text() + " " + alert.count())
                        .toList());
    }

    private static Order found(OrderStatus status) {
        return new Order("11", ID, Side.BID, new Price(14_990), new Quantity(10), Quantity.ZERO, status, NOON);
    }

    @Test
    void whatRestsOnAMarketThatIsNotSeenIsNotWantedEither() {
        tracker.sent(NewOrder.maker(ID, Side.BID, new Price(14_990), new Quantity(10)), OrderPurpose.QUOTE, 1, 0, NOON);
        tick(0);
        connection.down(Stream.PUBLIC, NOON, Message.plain("closed"));

        tick(100);
        tick(5_099);
        assertEquals("", Keys.of(strays.text()));

        tick(5_100);
        assertEquals(1, criticals());
    }

    @Test
    void aWantedOrderOnAMarketThatIsSeenIsNoExposure() {
        tracker.sent(NewOrder.maker(ID, Side.BID, new Price(14_990), new Quantity(10)), OrderPurpose.QUOTE, 1, 0, NOON);

        tick(0);
        tick(20_000);

        assertEquals("", Keys.of(strays.text()));
    }
}
