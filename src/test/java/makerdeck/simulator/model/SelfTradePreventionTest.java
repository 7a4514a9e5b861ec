package makerdeck.simulator.model;

import static makerdeck.domain.Side.ASK;
import static makerdeck.domain.Side.BID;
import static makerdeck.simulator.Fixture.accepted;
import static makerdeck.simulator.Fixture.decimal;
import static makerdeck.simulator.Fixture.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.TimeInForce;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.Heard;
import org.junit.jupiter.api.Test;

/** In the queue at 150: Bob's 1 SOL, then Alice's 1, then Bob's 1 again. Alice buys 3. */
class SelfTradePreventionTest {

    private final Exchange exchange = Fixture.quiet(new Heard());
    private final AccountId alice = Fixture.account(exchange, "20", "7000");
    private final AccountId bob = Fixture.account(exchange, "20", "7000");
    private final OrderView ofBob = offer(bob);
    private final OrderView own = offer(alice);
    private final OrderView last = offer(bob);

    private OrderView offer(AccountId account) {
        return accepted(exchange.submit(account, OrderRequest.limit(ASK, decimal("150"), decimal("1"))));
    }

    private static OrderRequest buyThree(SelfTradePrevention prevention) {
        return OrderRequest.limit(BID, decimal("150"), decimal("3")).with(prevention);
    }

    @Test
    void rejectTakerEndsTheIncomingOrderAndKeepsTheRestingOne() {
        var taken = accepted(exchange.submit(alice, buyThree(SelfTradePrevention.REJECT_TAKER)));

        assertEquals(OrderStatus.EXPIRED, taken.status());
        assertEquals(Expiry.SELF_TRADE_PREVENTION, taken.expiry());
        assertEquals(100, taken.executed().steps());
        assertEquals(List.of(own), exchange.openOrders(alice));
        assertEquals(List.of(last), exchange.openOrders(bob));
        assertEquals(0, exchange.balance(alice, "USDC").locked().signum());
    }

    @Test
    void rejectMakerEndsTheRestingOrderAndTheIncomingOneGoesOn() {
        var taken = accepted(exchange.submit(alice, buyThree(SelfTradePrevention.REJECT_MAKER)));

        assertEquals(OrderStatus.PARTIALLY_FILLED, taken.status());
        assertEquals(200, taken.executed().steps());
        assertEquals(List.of(taken), exchange.openOrders(alice));
        assertEquals(0, exchange.balance(alice, "SOL").locked().signum());
        var ended = exchange.orderHistory(alice).stream()
                .filter(order -> order.id() == own.id())
                .toList();
        assertEquals(Expiry.SELF_TRADE_PREVENTION, ended.get(0).expiry());
    }

    @Test
    void rejectBothEndsBoth() {
        var taken = accepted(exchange.submit(alice, buyThree(SelfTradePrevention.REJECT_BOTH)));

        assertEquals(OrderStatus.EXPIRED, taken.status());
        assertEquals(List.of(), exchange.openOrders(alice));
        assertEquals(List.of(last), exchange.openOrders(bob));
    }

    @Test
    void fillOrKillCountsOnlyWhatItMayTradeWith() {
        var kill = buyThree(SelfTradePrevention.REJECT_TAKER).with(TimeInForce.FOK);

        assertEquals(RejectReason.FOK_UNFILLED, refused(exchange.submit(alice, kill)));
        assertEquals(
                RejectReason.FOK_UNFILLED,
                refused(exchange.submit(alice, kill.with(SelfTradePrevention.REJECT_MAKER))));
        offer(bob);
        var filled = accepted(exchange.submit(alice, kill.with(SelfTradePrevention.REJECT_MAKER)));
        assertEquals(OrderStatus.FILLED, filled.status());
    }

    @Test
    void anotherAccountTradesThroughTheWholeQueue() {
        var carol = Fixture.account(exchange, "0", "7000");

        var taken = accepted(exchange.submit(carol, buyThree(SelfTradePrevention.REJECT_TAKER)));

        assertEquals(OrderStatus.FILLED, taken.status());
        assertTrue(exchange.openOrder(bob, new OrderKey.ById(ofBob.id())).isEmpty());
    }
}
