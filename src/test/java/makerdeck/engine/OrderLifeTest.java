package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import makerdeck.clock.SteppedClock;
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
import makerdeck.engine.books.Ledger;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.meter.ProgrammeMeter;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderEvent;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.publish.OrderRows;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.snapshot.OrderStage;
import makerdeck.strategy.curve.FillCurve;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

class OrderLifeTest {

    private static final ClientId ID = new ClientId(7 << 24);
    private static final Market SOL =
            ListedMarkets.find("SOL_USDC").orElseThrow().rules();

    private final SteppedClock clock = new SteppedClock(Bench.START);
    private final List<String> changes = new ArrayList<>();
    private final OrderTracker tracker =
            new OrderTracker((order, before, reason) -> changes.add(before + " " + order.stage()));
    private final ManagedOrder order = tracker.sent(
            NewOrder.maker(ID, Side.BID, new Price(15_000), new Quantity(10)),
            OrderPurpose.QUOTE,
            1,
            0,
            clock.instant());

    private void see(OrderStatus status) {
        var seen = new Order(
                "11", ID, Side.BID, new Price(15_000), new Quantity(10), new Quantity(0), status, clock.instant());
        tracker.seen(order, seen, clock.instant(), clock.instant(), null);
    }

    private static Book book(long resting) {
        return new Book(
                List.of(new Level(new Price(15_000), new Quantity(resting))),
                List.of(new Level(new Price(15_002), new Quantity(50))),
                1);
    }

    @Test
    void anOrderThatIsOverTakesNoCancel() {
        see(OrderStatus.CANCELLED);
        changes.clear();

        tracker.cancelSent(order, clock.instant());

        assertEquals(OrderStage.CANCELLED, order.stage());
        assertEquals(List.of(), changes);
        assertEquals(List.of(), tracker.live());
    }

    @Test
    void anOrderThatWasOnlySentTakesNoCancel() {
        changes.clear();

        tracker.cancelSent(order, clock.instant());

        assertEquals(OrderStage.SENT, order.stage());
        assertEquals(List.of(), changes);
    }

    @Test
    void eachStateHasItsWaysOutAndNoOthers() {
        var leads = Map.of(
                OrderStage.NEW, EnumSet.of(OrderEvent.SENT, OrderEvent.SHOWN),
                OrderStage.SENT,
                        EnumSet.complementOf(
                                EnumSet.of(OrderEvent.SENT, OrderEvent.CANCEL_SENT, OrderEvent.CANCEL_REFUSED)),
                OrderStage.UNKNOWN,
                        EnumSet.complementOf(
                                EnumSet.of(OrderEvent.SENT, OrderEvent.CANCEL_SENT, OrderEvent.CANCEL_REFUSED)),
                OrderStage.OPEN,
                        EnumSet.of(
                                OrderEvent.CANCEL_SENT,
                                OrderEvent.DOUBTED,
                                OrderEvent.FILLED,
                                OrderEvent.CANCELLED,
                                OrderEvent.EXPIRED),
                OrderStage.PENDING_CANCEL,
                        EnumSet.of(
                                OrderEvent.CANCEL_REFUSED,
                                OrderEvent.DOUBTED,
                                OrderEvent.FILLED,
                                OrderEvent.CANCELLED,
                                OrderEvent.EXPIRED));

        for (var stage : OrderStage.values()) {
            for (var event : OrderEvent.values()) {
                var expected =
                        leads.getOrDefault(stage, EnumSet.of(OrderEvent.SHOWN)).contains(event);
                assertEquals(expected, event.after(stage).isPresent(), () -> stage + " " + event);
            }
        }
    }

    @Test
    void theQueueGoesDownWithTheBookHoweverOftenItIsPublished() {
        see(OrderStatus.NEW);
        var rows = new OrderRows(tracker, new ForeignOrders());

        tracker.bookMoved(book(40));
        tracker.bookMoved(book(25));
        tracker.bookMoved(book(60));

        assertEquals(new Quantity(15), rows.rows().get(0).queueAhead());
        assertEquals(rows.rows(), rows.rows());
    }

    @Test
    void theBooksAreValuedByEachBookThatMovesAndNotByWhoPublishes() {
        var market = new MarketData();
        var ledger = new Ledger();
        var signals = new MarketSignals();
        market.rules(SOL, new Fees(BigDecimal.ONE, BigDecimal.ONE), clock.instant());
        signals.market(SOL);
        var held = new Balance(BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO);
        ledger.open(new Balances(held, held), new BigDecimal("140"), clock.instant());

        new MarketEvents(
                        clock,
                        new EventLog(event -> {}),
                        market,
                        new ConnectionState(),
                        tracker,
                        signals,
                        new FillCurve(),
                        ledger,
                        new ProgrammeMeter(market, new ConnectionState(), minute -> {}))
                .on(new VenueEvent.BookMoved(clock.instant(), book(40)));

        assertEquals(0, new BigDecimal("150.01").compareTo(ledger.mid()));
    }
}
