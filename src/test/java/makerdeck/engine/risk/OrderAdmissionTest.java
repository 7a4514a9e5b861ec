package makerdeck.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import makerdeck.clock.SteppedClock;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Quote;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the wanted quotes go out while older orders of ours may still rest. */
class OrderAdmissionTest {

    private static final Market SOL =
            ListedMarkets.find("SOL_USDC").orElseThrow().rules();
    private static final int LAYERS = 3;

    private final SteppedClock clock = new SteppedClock(Bench.START);
    private final MarketData market = new MarketData();
    private final AccountReading account = new AccountReading();
    private final ParameterHistory history =
            new ParameterHistory(Parameters.defaults().with(Map.of("layers", "" + LAYERS)), Map.of(), clock);
    private final Ledger ledger = new Ledger();
    private final OrderTracker tracker = new OrderTracker((order, before, reason) -> {});
    private final AvailableBalances available =
            new AvailableBalances(market, account, history, ledger, tracker, new ForeignOrders());
    private final SideStates sideStates = new SideStates();
    private OrderAdmission admission;
    private int ids;

    @BeforeEach
    void holdTwentySolAndSevenThousand() {
        market.rules(SOL, new Fees(BigDecimal.ONE, BigDecimal.ONE), now());
        ledger.open(new Balances(held("20"), held("7000")), new BigDecimal("150"), now());
        admission = new OrderAdmission(market, account, history, tracker, available, sideStates);
    }

    private static Balance held(String amount) {
        return new Balance(new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Quote quote(Side side, int layer, long ticks, long steps) {
        return new Quote(side, layer, new Price(ticks), new Quantity(steps));
    }

    /** The nearest bid, small. */
    private static Quote bid() {
        return quote(Side.BID, 1, 14_990, 10);
    }

    private List<Quote> admitted(Quote... quotes) {
        return admission.admitted(List.of(quotes), now());
    }

    private ManagedOrder resting(Side side, int layer, long ticks, int generation) {
        var id = new ClientId((long) Bench.TAG << 24 | ids++);
        var order = tracker.sent(
                NewOrder.maker(id, side, new Price(ticks), new Quantity(10)),
                OrderPurpose.QUOTE,
                layer,
                generation,
                now());
        tracker.seen(order, seen(order, OrderStatus.NEW, 0), now(), now(), null);
        return order;
    }

    private ManagedOrder resting(Side side, int layer, long ticks) {
        return resting(side, layer, ticks, history.generation());
    }

    private Order seen(ManagedOrder order, OrderStatus status, long filled) {
        var id = order.clientId();
        return new Order(
                "v" + id.value(),
                id,
                order.side(),
                order.price(),
                new Quantity(10),
                new Quantity(filled),
                status,
                now());
    }

    private void assertHeldBack(Quote... quotes) {
        assertEquals(List.of(), admitted(quotes));
    }

    @Test
    void aQuoteGoesOutWhereNothingIsInItsWay() {
        resting(Side.BID, 2, 14_980);

        assertEquals(List.of(bid()), admitted(bid()));
    }

    @Test
    void nothingOfANewPlanGoesOutBesideAnOrderOfAnOlderOne() {
        resting(Side.ASK, 3, 15_020, history.generation() - 1);

        assertHeldBack(bid());
    }

    @Test
    void aSideWaitsForTheFillThatAnOrderOfItsOwnHasTold() {
        var order = resting(Side.BID, 2, 14_980);
        tracker.seen(order, seen(order, OrderStatus.FILLED, 10), now(), now(), null);

        assertHeldBack(bid());
        var ask = quote(Side.ASK, 1, 15_010, 10);
        assertEquals(List.of(ask), admitted(ask));
    }

    @Test
    void thePlaceOfAnOrderThatLeavesIsFreeAtOnceAndTakenAgainWhenThatTakesLong() {
        tracker.cancelSent(resting(Side.BID, 1, 14_990), now());
        assertEquals(List.of(bid()), admitted(bid()));

        clock.pass(Duration.ofSeconds(1));

        assertHeldBack(bid());
    }

    @Test
    void thePlaceOfAnOrderWhoseCancelWasRefusedStaysTaken() {
        var order = resting(Side.BID, 1, 14_990);
        tracker.cancelSent(order, now());
        tracker.on(
                new VenueEvent.CancelRefused(now(), order.clientId(), false, Refusal.OTHER, Message.plain("not now")),
                order,
                now());
        tracker.cancelSent(order, now());

        assertHeldBack(bid());
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "6, 0"})
    void neverMoreThanTwiceAsManyOrdersAsLayersRestOnASide(int leaving, int admitted) {
        for (int i = 0; i < leaving; i++) {
            tracker.cancelSent(resting(Side.BID, 1 + i % LAYERS, 14_900 - i), now());
        }

        assertEquals(admitted, admitted(bid()).size());
    }

    @Test
    void noMoreQuotesGoOutThanTheSideHasRoomFor() {
        resting(Side.BID, 2, 14_980);
        resting(Side.BID, 3, 14_970);

        assertEquals(List.of(bid()), admitted(bid(), quote(Side.BID, 4, 14_960, 10)));
    }

    @ParameterizedTest
    @CsvSource({"14990", "14985"})
    void aQuoteThatWouldMeetAnAskOfOursWaits(long ask) {
        resting(Side.ASK, 1, ask);

        assertHeldBack(bid());
    }

    @Test
    void theSameMoneyIsNotOfferedTwice() {
        var first = quote(Side.BID, 1, 14_990, 2_500);
        var second = quote(Side.BID, 2, 14_980, 2_500);

        assertEquals(List.of(first), admitted(first, second));
    }

    @Test
    void aSideOnWhichAnOrderWasFoundThatNoPlanWantsStaysEmpty() {
        var id = new ClientId((long) Bench.TAG << 24 | 99);
        tracker.adopt(
                new Order(
                        "v99",
                        id,
                        Side.BID,
                        new Price(14_900),
                        new Quantity(10),
                        Quantity.ZERO,
                        OrderStatus.NEW,
                        now()),
                id,
                BigDecimal.ZERO,
                SOL,
                now());

        assertHeldBack(bid());
    }
}
