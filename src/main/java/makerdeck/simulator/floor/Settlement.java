package makerdeck.simulator.floor;

import java.math.BigDecimal;
import makerdeck.domain.Market;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.simulator.matching.AccountOrder;
import makerdeck.simulator.matching.ExchangeAccount;
import makerdeck.simulator.matching.LendingPool;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.Expiry;
import makerdeck.simulator.model.OrderType;
import makerdeck.simulator.model.PublicTrade;

/**
 * Moves the funds behind orders and tells the listener. Every change of a balance is made here, but for what an account
 * is given to begin with, a stock to pay fees in among it, and what {@link LendingPool} lends and pays.
 */
public final class Settlement {

    private static final int BASIS_POINTS = 4;

    private final Market rules;
    private final ExchangeListener listener;

    public Settlement(Market rules, ExchangeListener listener) {
        this.rules = rules;
        this.listener = listener;
    }

    void accept(AccountOrder order) {
        order.account.opened(order);
        LendingPool.redeem(order.account, paying(order), order.locked);
        order.account.lock(paying(order), order.locked);
        listener.orderAccepted(order.account.id, order::view);
        tell(order.account, paying(order));
    }

    /** One trade of an order; what is left of it in the book has already been reduced. */
    void fill(AccountOrder order, PublicTrade trade, boolean maker) {
        var account = order.account;
        var value = rules.notional(trade.price(), trade.quantity());
        order.executed(trade.quantity().steps(), value);
        var paid = order.request.side() == Side.BID ? value : rules.decimal(trade.quantity());
        var freed = order.request.side() == Side.BID ? lockOf(order, trade, value) : paid;
        var received = order.request.side() == Side.BID ? rules.decimal(trade.quantity()) : value;
        var rate = maker ? account.fees.makerBp() : account.fees.takerBp();
        var receiving = order.request.side() == Side.BID ? rules.base() : rules.quote();
        var guardianOrders = charge(
                account,
                new Charge(receiving, received.multiply(rate).movePointLeft(BASIS_POINTS)),
                value.multiply(rate).movePointLeft(BASIS_POINTS));
        order.locked = order.locked.subtract(freed);
        account.change(paying(order), freed.subtract(paid), freed.negate());
        account.change(receiving, received, BigDecimal.ZERO);
        account.change(guardianOrders.asset, guardianOrders.amount.negate(), BigDecimal.ZERO);
        var execution = execution(order, trade, guardianOrders, maker);
        account.filled(execution);
        if (order.status == OrderStatus.FILLED) {
            account.closed(order);
        }
        listener.orderFilled(account.id, order::view, execution);
        tell(account, paying(order));
        tell(account, receiving);
        if (!guardianOrders.asset.equals(receiving)) {
            tell(account, guardianOrders.asset);
        }
    }

    /** What is taken for a trade, and in what. */
    private record Charge(String asset, BigDecimal amount) {}

    /** In the third asset if the account pays in it and has enough; {@code usual}: in what it receives. */
    private static Charge charge(ExchangeAccount account, Charge usual, BigDecimal feeInQuote) {
        var third = account.feeAsset;
        if (third == null) {
            return usual;
        }
        var amount = third.amount(feeInQuote);
        var enough = account.balance(third.asset()).available().compareTo(amount) >= 0;
        return enough ? new Charge(third.asset(), amount) : usual;
    }

    /** A limit bid locked its own price, which may be worse than the trade's. */
    private BigDecimal lockOf(AccountOrder order, PublicTrade trade, BigDecimal value) {
        return order.request.type() == OrderType.LIMIT
                ? rules.notional(new Price(order.terms.limitTicks()), trade.quantity())
                : value;
    }

    private static Execution execution(AccountOrder order, PublicTrade trade, Charge guardianOrders, boolean maker) {
        return new Execution(
                trade.id(),
                order.id,
                order.request.clientId(),
                order.request.side(),
                order.request.type(),
                trade.price(),
                trade.quantity(),
                guardianOrders.amount,
                guardianOrders.asset,
                maker,
                trade.atNanos());
    }

    void cancel(AccountOrder order) {
        end(order, OrderStatus.CANCELLED);
        listener.orderCancelled(order.account.id, order::view);
        tell(order.account, paying(order));
    }

    void expire(AccountOrder order, Expiry why) {
        order.expiry = why;
        end(order, OrderStatus.EXPIRED);
        listener.orderExpired(order.account.id, order::view);
        tell(order.account, paying(order));
    }

    private void end(AccountOrder order, OrderStatus status) {
        order.status = status;
        order.account.unlock(paying(order), order.locked);
        order.locked = BigDecimal.ZERO;
        order.account.closed(order);
    }

    private String paying(AccountOrder order) {
        return order.request.side() == Side.BID ? rules.quote() : rules.base();
    }

    private void tell(ExchangeAccount account, String asset) {
        listener.balanceChanged(account.id, asset, () -> account.balance(asset));
    }
}
