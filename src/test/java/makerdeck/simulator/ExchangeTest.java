package makerdeck.simulator;

import static makerdeck.domain.Side.ASK;
import static makerdeck.domain.Side.BID;
import static makerdeck.simulator.Fixture.accepted;
import static makerdeck.simulator.Fixture.client;
import static makerdeck.simulator.Fixture.decimal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.Expiry;
import makerdeck.simulator.model.OrderKey;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderView;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private final Heard heard = new Heard();
    private final Exchange exchange = Fixture.quiet(heard);
    private final AccountId alice = Fixture.account(exchange, "20", "7000");
    private final AccountId bob = Fixture.account(exchange, "20", "7000");

    private OrderView limit(AccountId account, Side side, String price, String quantity) {
        return accepted(exchange.submit(account, OrderRequest.limit(side, decimal(price), decimal(quantity))));
    }

    @Test
    void restingOrderLocksItsFundsAndShowsInTheDepth() {
        var order = limit(alice, BID, "149.90", "2");

        assertEquals(OrderStatus.NEW, order.status());
        assertEquals(List.of("accepted 1", "USDC 6700.2/299.8", "top", "depth"), heard.events);
        assertEquals(List.of(order), exchange.openOrders(alice));
        assertEquals(14_990, exchange.depth(5).bids().get(0).price().ticks());
        assertEquals(1, exchange.depth(5).updateId());
    }

    @Test
    void takerPaysTheMakersPriceAndBothPayFeesInWhatTheyReceive() {
        limit(alice, ASK, "150.00", "1");
        heard.events.clear();

        var taken = limit(bob, BID, "150.10", "1");

        assertEquals(OrderStatus.FILLED, taken.status());
        assertEquals(0, taken.executedQuote().compareTo(decimal("150")));
        assertEquals(
                List.of(
                        "accepted 2",
                        "USDC 6849.9/150.1",
                        "trade 100@15000",
                        "filled 1 FILLED",
                        "SOL 19/0",
                        "USDC 7149.88/0",
                        "filled 2 FILLED",
                        "USDC 6850/0",
                        "SOL 20.999/0",
                        "top",
                        "depth"),
                heard.events);
    }

    @Test
    void ordersAtOnePriceFillInTheOrderTheyCame() {
        var first = limit(alice, ASK, "150.00", "1");
        var second = limit(bob, ASK, "150.00", "1");
        var carol = Fixture.account(exchange, "0", "7000");

        limit(carol, BID, "150.00", "1.5");

        assertTrue(exchange.openOrder(alice, new OrderKey.ById(first.id())).isEmpty());
        var left = exchange.openOrder(bob, new OrderKey.ById(second.id())).orElseThrow();
        assertEquals(50, left.executed().steps());
        assertEquals(OrderStatus.PARTIALLY_FILLED, left.status());
    }

    @Test
    void remainderOfAnImmediateOrderExpiresAndUnlocks() {
        limit(alice, ASK, "150.00", "1");

        var taken = accepted(exchange.submit(
                bob, OrderRequest.limit(BID, decimal("150.00"), decimal("3")).with(TimeInForce.IOC)));

        assertEquals(OrderStatus.EXPIRED, taken.status());
        assertEquals(Expiry.IMMEDIATE_OR_CANCEL, taken.expiry());
        assertEquals(100, taken.executed().steps());
        assertEquals(0, exchange.balance(bob, "USDC").locked().signum());
    }

    @Test
    void marketBidByQuoteQuantitySpendsAtMostThatMuch() {
        limit(alice, ASK, "150.00", "1");
        limit(alice, ASK, "151.00", "1");

        var taken = accepted(exchange.submit(bob, OrderRequest.marketByQuote(BID, decimal("200"))));

        assertEquals(OrderStatus.FILLED, taken.status());
        assertEquals(133, taken.executed().steps());
        assertEquals(0, taken.executedQuote().compareTo(decimal("199.83")));
    }

    @Test
    void marketOrderStopsAtTheImpactBand() {
        limit(alice, ASK, "150.00", "1");
        limit(alice, ASK, "151.51", "1");

        var taken = accepted(exchange.submit(bob, OrderRequest.market(BID, decimal("2"))));

        assertEquals(Expiry.PRICE_IMPACT, taken.expiry());
        assertEquals(100, taken.executed().steps());
    }

    @Test
    void marketOrderThatEmptiesTheSideExpires() {
        limit(alice, ASK, "150.00", "1");

        var byBase = accepted(exchange.submit(bob, OrderRequest.market(BID, decimal("2"))));
        limit(alice, ASK, "150.00", "1");
        var byQuote = accepted(exchange.submit(bob, OrderRequest.marketByQuote(BID, decimal("1000"))));

        assertEquals(Expiry.INSUFFICIENT_LIQUIDITY, byBase.expiry());
        assertEquals(Expiry.INSUFFICIENT_LIQUIDITY, byQuote.expiry());
        assertEquals(100, byQuote.executed().steps());
    }

    @Test
    void cancelByEitherIdReturnsTheLockedFunds() {
        var first = limit(alice, BID, "149.00", "1");
        accepted(exchange.submit(
                alice, OrderRequest.limit(ASK, decimal("151"), decimal("2")).with(client(7))));

        var byId = exchange.cancel(alice, new OrderKey.ById(first.id())).orElseThrow();
        var byClientId =
                exchange.cancel(alice, new OrderKey.ByClientId(client(7))).orElseThrow();

        assertEquals(OrderStatus.CANCELLED, byId.status());
        assertEquals(client(7), byClientId.clientId());
        assertEquals(0, exchange.balance(alice, "USDC").available().compareTo(decimal("7000")));
        assertEquals(0, exchange.balance(alice, "SOL").available().compareTo(decimal("20")));
        assertTrue(exchange.cancel(alice, new OrderKey.ById(first.id())).isEmpty());
    }

    @Test
    void nobodyCancelsAnotherAccountsOrder() {
        var order = limit(alice, BID, "149.00", "1");

        assertTrue(exchange.cancel(bob, new OrderKey.ById(order.id())).isEmpty());
        assertEquals(1, exchange.openOrders(alice).size());
    }

    @Test
    void cancelAllLeavesNothingOpenAndTheHistoryKeepsIt() {
        limit(alice, BID, "149.00", "1");
        limit(alice, ASK, "151.00", "1");

        var cancelled = exchange.cancelAll(alice);

        assertEquals(2, cancelled.size());
        assertEquals(List.of(), exchange.openOrders(alice));
        assertEquals(
                List.of(2L, 1L),
                exchange.orderHistory(alice).stream().map(OrderView::id).toList());
    }

    @Test
    void depthUpdatesChainAndCarryAbsoluteQuantities() {
        limit(alice, BID, "149.00", "1");
        limit(bob, BID, "149.00", "2");
        exchange.cancelAll(alice);
        exchange.cancelAll(bob);

        assertEquals(
                List.of(100L, 300L, 200L, 0L),
                heard.depth.stream()
                        .map(update -> update.bids().get(0).quantity().steps())
                        .toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L),
                heard.depth.stream().map(DepthUpdate::firstId).toList());
    }

    @Test
    void historiesForgetTheOldest() {
        for (int i = 0; i < 10_001; i++) {
            limit(alice, ASK, "150.00", "0.01");
            limit(bob, BID, "150.00", "0.01");
            limit(bob, ASK, "150.00", "0.01");
            limit(alice, BID, "150.00", "0.01");
            heard.events.clear();
        }

        assertEquals(10_000, exchange.orderHistory(alice).size());
        assertEquals(10_000, exchange.fillHistory(alice).size());
        assertEquals(40_004, exchange.orderHistory(alice).get(0).id());
        assertEquals(1_000, exchange.recentTrades(5_000).size());
    }
}
