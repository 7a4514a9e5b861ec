package makerdeck.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.clock.SteppedClock;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.engine.orders.OrderDraft;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 20 SOL at 150 and 7000 USDC, of which 28 % are to be SOL: 1.33 SOL are too many. */
class ReducedSideTest {

    private static final Market SOL =
            ListedMarkets.find("SOL_USDC").orElseThrow().rules();

    private final SteppedClock clock = new SteppedClock(Bench.START);
    private final MarketData market = new MarketData();
    private final ParameterHistory history =
            new ParameterHistory(Parameters.defaults().with(Map.of("target", "28")), Map.of(), clock);
    private final Ledger ledger = new Ledger();
    private final OrderTracker tracker = new OrderTracker((order, before, reason) -> {});
    private ReduceOnly reduceOnly;
    private int ids;

    @BeforeEach
    void mayOnlyReduce() {
        market.rules(SOL, new Fees(BigDecimal.ONE, BigDecimal.ONE), clock.instant());
        market.book(new Book(List.of(level(14_999)), List.of(level(15_001)), 1), clock.instant());
        ledger.open(new Balances(held("20"), held("7000")), new BigDecimal("150"), clock.instant());
        var available =
                new AvailableBalances(market, new AccountReading(), history, ledger, tracker, new ForeignOrders());
        reduceOnly = new ReduceOnly(clock, market, new ConnectionState(), history, tracker, ledger, available);
        reduceOnly.defect(Message.plain("a thread died"));
    }

    private static Level level(long ticks) {
        return new Level(new Price(ticks), new Quantity(1000));
    }

    private static Balance held(String amount) {
        return new Balance(new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private void rests(Side side, long steps) {
        var id = new ClientId((long) Bench.TAG << 24 | ids++);
        tracker.sent(
                NewOrder.maker(id, side, new Price(15_100), new Quantity(steps)),
                OrderPurpose.QUOTE,
                1,
                history.generation(),
                clock.instant());
    }

    private boolean maySell(long steps) {
        var draft = new OrderDraft(OrderPurpose.QUOTE, 2, Side.ASK, new Price(15_200), new Quantity(steps), false);
        return reduceOnly.refusal(draft).equals(Optional.empty());
    }

    @Test
    void anOrderMaySellAllThatIsTooMuchAndNoMore() {
        assertEquals(true, maySell(133));
        assertEquals(false, maySell(134));
    }

    @Test
    void whatAlreadyRestsOnTheSideCountsWithIt() {
        rests(Side.ASK, 100);

        assertEquals(true, maySell(33));
        assertEquals(false, maySell(34));
    }

    @Test
    void whatRestsOnTheOtherSideDoesNot() {
        rests(Side.BID, 100);

        assertEquals(true, maySell(133));
    }
}
