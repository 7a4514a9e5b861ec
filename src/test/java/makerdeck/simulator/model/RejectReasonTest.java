package makerdeck.simulator.model;

import static makerdeck.domain.Side.ASK;
import static makerdeck.domain.Side.BID;
import static makerdeck.simulator.Fixture.accepted;
import static makerdeck.simulator.Fixture.client;
import static makerdeck.simulator.Fixture.decimal;
import static makerdeck.simulator.Fixture.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.Heard;
import makerdeck.simulator.matching.ExchangeAccount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Last price 150; Bob offers 1 SOL at 150.10 and bids for 1 at 149.90. */
class RejectReasonTest {

    private final Heard heard = new Heard();
    private final Exchange exchange = Fixture.quiet(heard);
    private final AccountId alice = Fixture.account(exchange, "20", "7000");
    private final AccountId bob = Fixture.account(exchange, "1000", "700000");

    @BeforeEach
    void bobQuotes() {
        exchange.submit(bob, limit(ASK, "150.10", "1"));
        exchange.submit(bob, limit(BID, "149.90", "1"));
        heard.events.clear();
    }

    private static OrderRequest limit(Side side, String price, String quantity) {
        return OrderRequest.limit(side, decimal(price), decimal(quantity));
    }

    private static OrderRequest without(OrderType type, @Nullable BigDecimal price) {
        return new OrderRequest(
                BID, type, price, null, null, null, TimeInForce.GTC, false, SelfTradePrevention.REJECT_TAKER);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(RejectReason.PRICE_DECIMALS, limit(BID, "149.905", "1")),
                Arguments.of(RejectReason.PRICE_BAND, limit(BID, "37.49", "1")),
                Arguments.of(RejectReason.PRICE_BAND, limit(ASK, "300.01", "1")),
                Arguments.of(RejectReason.PRICE_BAND, limit(BID, "0", "1")),
                Arguments.of(RejectReason.PRICE_BAND, limit(BID, "-150", "1")),
                Arguments.of(RejectReason.QUANTITY_DECIMALS, limit(BID, "149", "0.005")),
                Arguments.of(RejectReason.QUANTITY_BELOW_MINIMUM, limit(BID, "149", "0")),
                Arguments.of(RejectReason.QUANTITY_BELOW_MINIMUM, limit(BID, "149", "-1")),
                Arguments.of(RejectReason.QUANTITY_BELOW_MINIMUM, OrderRequest.market(BID, decimal("0"))),
                Arguments.of(RejectReason.QUANTITY_BELOW_MINIMUM, OrderRequest.marketByQuote(BID, decimal("1.50"))),
                Arguments.of(RejectReason.QUANTITY_BELOW_MINIMUM, OrderRequest.marketByQuote(ASK, decimal("-5"))),
                Arguments.of(RejectReason.QUANTITY_TOO_LARGE, limit(BID, "149", "1000000000000000000000000")),
                Arguments.of(RejectReason.QUANTITY_TOO_LARGE, OrderRequest.marketByQuote(BID, decimal("1e30"))),
                Arguments.of(RejectReason.INSUFFICIENT_FUNDS, limit(BID, "149", "47")),
                Arguments.of(RejectReason.INSUFFICIENT_FUNDS, limit(ASK, "151", "20.01")),
                Arguments.of(
                        RejectReason.POST_ONLY_WOULD_TAKE,
                        limit(BID, "150.10", "1").makerOnly()),
                Arguments.of(
                        RejectReason.POST_ONLY_WOULD_TAKE,
                        limit(ASK, "149.90", "1").makerOnly()),
                Arguments.of(
                        RejectReason.POST_ONLY_NOT_RESTING,
                        limit(BID, "149", "1").makerOnly().with(TimeInForce.IOC)),
                Arguments.of(
                        RejectReason.POST_ONLY_NOT_RESTING,
                        OrderRequest.market(BID, decimal("1")).makerOnly()),
                Arguments.of(
                        RejectReason.FOK_UNFILLED, limit(BID, "150.10", "1.01").with(TimeInForce.FOK)),
                Arguments.of(
                        RejectReason.FOK_UNFILLED,
                        OrderRequest.market(ASK, decimal("2")).with(TimeInForce.FOK)),
                Arguments.of(RejectReason.PRICE_MISSING, without(OrderType.LIMIT, null)),
                Arguments.of(RejectReason.QUANTITY_MISSING, without(OrderType.LIMIT, decimal("149"))),
                Arguments.of(RejectReason.QUANTITY_MISSING, without(OrderType.MARKET, null)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void badRequestIsRefusedAndLeavesNoTrace(RejectReason why, OrderRequest request) {
        var placement = exchange.submit(alice, request);

        assertEquals(why, refused(placement));
        assertEquals(List.of(), heard.events);
        assertEquals(List.of(), exchange.orderHistory(alice));
        assertEquals(0, exchange.balance(alice, "USDC").locked().signum());
    }

    @Test
    void edgesOfTheRulesAreAccepted() {
        accepted(exchange.submit(alice, limit(BID, "37.50", "0.01")));
        accepted(exchange.submit(alice, limit(ASK, "300.00", "20")));
        accepted(exchange.submit(alice, limit(BID, "150.09", "0.01").makerOnly()));
        accepted(exchange.submit(alice, limit(BID, "150.10", "1").with(TimeInForce.FOK)));
    }

    @Test
    void bandFollowsTheLastTrade() {
        exchange.submit(alice, limit(ASK, "149.90", "1"));

        assertEquals(RejectReason.PRICE_BAND, refused(exchange.submit(alice, limit(ASK, "299.81", "1"))));
        accepted(exchange.submit(alice, limit(ASK, "299.80", "1")));
    }

    @Test
    void lockedFundsCannotBeUsedTwice() {
        accepted(exchange.submit(alice, limit(BID, "100", "70")));

        assertEquals(RejectReason.INSUFFICIENT_FUNDS, refused(exchange.submit(alice, limit(BID, "100", "0.01"))));
    }

    @Test
    void marketOrderOnAnEmptySideFindsNoLiquidity() {
        exchange.cancelAll(bob);

        assertEquals(
                RejectReason.NO_LIQUIDITY, refused(exchange.submit(alice, OrderRequest.market(BID, decimal("1")))));
    }

    @Test
    void marketBidNeedsOnlyWhatItWillCost() {
        var poor = Fixture.account(exchange, "0", "150.10");

        accepted(exchange.submit(poor, OrderRequest.market(BID, decimal("1"))));

        assertEquals(0, exchange.balance(poor, "USDC").total().signum());
    }

    @Test
    void clientIdIsFreeAgainWhenItsOrderIsDone() {
        var request = limit(BID, "149", "1").with(client(5));
        accepted(exchange.submit(alice, request));

        assertEquals(RejectReason.DUPLICATE_CLIENT_ID, refused(exchange.submit(alice, request)));
        exchange.cancelAll(alice);
        accepted(exchange.submit(alice, request));
    }

    @Test
    void openOrdersAreLimited() {
        for (int open = 2; open < ExchangeAccount.MOST_OPEN_ORDERS; open++) {
            accepted(exchange.submit(bob, limit(BID, "100", "0.01")));
        }

        assertEquals(RejectReason.TOO_MANY_ORDERS, refused(exchange.submit(bob, limit(BID, "100", "0.01"))));
    }

    @Test
    void closedMarketTakesNoOrders() {
        var closed = ListedMarkets.find("HNT_USDC").orElseThrow();
        var settings = new ExchangeSettings(
                closed, closed.startPrice(), new MarketSource.Nobody(), 1, Fixture.START, Duration.ZERO);
        var exchangeOfHnt = new Exchange(settings, heard);
        var account = Fixture.account(exchangeOfHnt, "0", "7000");

        assertEquals(RejectReason.MARKET_NOT_OPEN, refused(exchangeOfHnt.submit(account, limit(BID, "5", "1"))));
    }
}
