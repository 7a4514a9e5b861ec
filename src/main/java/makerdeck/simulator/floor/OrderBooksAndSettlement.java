package makerdeck.simulator.floor;

import java.util.function.Consumer;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.simulator.matching.AccountOrder;
import makerdeck.simulator.matching.BookOrder;
import makerdeck.simulator.matching.ExchangeAccount;
import makerdeck.simulator.matching.MatchingBook;
import makerdeck.simulator.matching.MatchingEngine;
import makerdeck.simulator.model.Expiry;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderTerms;
import makerdeck.simulator.model.OrderType;
import makerdeck.simulator.model.PublicTrade;
import makerdeck.simulator.model.SelfTradePrevention;
import makerdeck.simulator.schedule.EventQueue;

/** Where orders meet: gives ids, matches, prints the trades and settles what accounts did. */
public final class OrderBooksAndSettlement implements MatchingEngine.Outcome, AgentMarket.Floor {

    private final EventQueue queue;
    private final MatchingBook book;
    private final MatchingEngine matching;
    private final Consumer<PublicTrade> printer;
    private final Settlement settlement;
    private long lastOrderId;
    private long lastTradeId;

    /**
     * @param tradesBefore the last trade id that is already taken
     * @param printer makes a trade public
     */
    public OrderBooksAndSettlement(
            EventQueue queue,
            MatchingBook book,
            Settlement settlement,
            long tradesBefore,
            Consumer<PublicTrade> printer) {
        this.queue = queue;
        this.book = book;
        this.matching = new MatchingEngine(book, this);
        this.settlement = settlement;
        this.lastTradeId = tradesBefore;
        this.printer = printer;
    }

    public MatchingEngine matching() {
        return matching;
    }

    /** An admitted order of an account: accepted, matched, then resting or expired. */
    public AccountOrder enter(ExchangeAccount account, OrderRequest request, OrderTerms terms) {
        var order = new AccountOrder(++lastOrderId, account, request, terms, queue.now());
        settlement.accept(order);
        var stop = matching.take(order.inBook, request.selfTradePrevention());
        switch (stop) {
            case DONE -> {}
            case OWN_ORDER -> settlement.expire(order, Expiry.SELF_TRADE_PREVENTION);
            case EMPTY -> restOrExpire(order, Expiry.INSUFFICIENT_LIQUIDITY);
            case LIMIT, BUDGET -> restOrExpire(order, Expiry.PRICE_IMPACT);
        }
        return order;
    }

    private void restOrExpire(AccountOrder order, Expiry ofMarketOrder) {
        if (order.request.type() == OrderType.MARKET) {
            settlement.expire(order, ofMarketOrder);
        } else if (order.request.timeInForce() == TimeInForce.GTC) {
            book.rest(order.inBook);
        } else {
            settlement.expire(order, Expiry.IMMEDIATE_OR_CANCEL);
        }
    }

    public void cancel(AccountOrder order) {
        book.remove(order.inBook);
        settlement.cancel(order);
    }

    /** A resting order of an account trades with somebody who is not in this book. */
    public void fillResting(BookOrder order, PublicTrade trade) {
        book.fill(order, trade.quantity().steps());
        if (order.owner != null) {
            settlement.fill(order.owner, trade, true);
        }
    }

    /** All of a resting order of an account trades, at its own price, with others who are not in this book. */
    public void fillResting(BookOrder order) {
        boolean bought = order.side == Side.BID;
        fillResting(
                order,
                new PublicTrade(
                        ++lastTradeId,
                        order.side.opposite(),
                        bought ? order.id : 0,
                        bought ? 0 : order.id,
                        new Price(order.ticks),
                        new Quantity(order.remaining),
                        queue.now()));
    }

    @Override
    public BookOrder rest(Side side, long ticks, long steps) {
        var order = new BookOrder(++lastOrderId, side, ticks, steps, null);
        book.rest(order);
        return order;
    }

    @Override
    public void take(Side side, long limitTicks, long steps) {
        matching.take(new BookOrder(++lastOrderId, side, limitTicks, steps, null), SelfTradePrevention.REJECT_TAKER);
    }

    @Override
    public void matched(BookOrder maker, BookOrder taker, long steps) {
        boolean bought = taker.side == Side.BID;
        var trade = new PublicTrade(
                ++lastTradeId,
                taker.side,
                bought ? taker.id : maker.id,
                bought ? maker.id : taker.id,
                new Price(maker.ticks),
                new Quantity(steps),
                queue.now());
        printer.accept(trade);
        if (maker.owner != null) {
            settlement.fill(maker.owner, trade, true);
        }
        if (taker.owner != null) {
            settlement.fill(taker.owner, trade, false);
        }
    }

    @Override
    public void makerRejected(BookOrder maker) {
        if (maker.owner != null) {
            settlement.expire(maker.owner, Expiry.SELF_TRADE_PREVENTION);
        }
    }
}
