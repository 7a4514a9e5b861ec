package makerdeck.simulator.floor;

import makerdeck.domain.OrderStatus;
import makerdeck.domain.Side;
import makerdeck.simulator.matching.AccountOrder;
import makerdeck.simulator.matching.Amount;
import makerdeck.simulator.matching.ExchangeAccount;
import makerdeck.simulator.matching.Holding;
import makerdeck.simulator.matching.LendingPool;
import makerdeck.simulator.matching.Units;
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

    private final Units units;
    private final ExchangeListener listener;

    // Of the trade or order at hand; made once, as there are millions of them.
    private final Amount value = new Amount();
    private final Amount size = new Amount();
    private final Amount freed = new Amount();
    private final Amount fee = new Amount();
    private final Amount feeInThird = new Amount();

    public Settlement(Units units, ExchangeListener listener) {
        this.units = units;
        this.listener = listener;
    }

    void accept(AccountOrder order) {
        var account = order.account;
        account.opened(order);
        var paying = paying(order);
        var cost = lockOf(order);
        LendingPool.redeem(paying, cost);
        paying.lock(cost);
        listener.orderAccepted(account.id, order);
        tell(account, paying);
    }

    /** One trade of an order; what is left of it in the book has already been reduced. */
    void fill(AccountOrder order, PublicTrade trade, boolean maker) {
        var account = order.account;
        var side = order.request.side();
        long ticks = trade.price().ticks();
        long steps = trade.quantity().steps();
        order.executed(ticks, steps);
        units.value(Math.multiplyExact(ticks, steps), value);
        units.size(steps, size);
        var paying = account.paying(side);
        var receiving = account.receiving(side);
        var received = side == Side.BID ? size : value;
        var charged = charge(account, receiving, received, account.feeRate(maker));
        pay(order, ticks, steps);
        receiving.receive(received);
        charged.pay(fee);
        var execution = execution(order, trade, charged.asset, maker);
        account.filled(execution);
        if (order.status == OrderStatus.FILLED) {
            account.closed(order);
        }
        listener.orderFilled(account.id, order, execution);
        tell(account, paying);
        tell(account, receiving);
        if (charged != receiving) {
            tell(account, charged);
        }
    }

    /** Sets the fee. Returns what it is taken of: the third asset if the account pays in it and has enough. */
    private Holding charge(ExchangeAccount account, Holding receiving, Amount received, Amount rate) {
        fee.set(received).times(rate).movePointLeft(BASIS_POINTS);
        var third = account.feeAsset;
        if (third == null) {
            return receiving;
        }
        feeInThird.set(value).times(rate).movePointLeft(BASIS_POINTS);
        feeInThird.set(third.amount(feeInThird.decimal()));
        var holding = account.holding(third.asset());
        if (!holding.covers(feeInThird)) {
            return receiving;
        }
        fee.set(feeInThird);
        return holding;
    }

    private void pay(AccountOrder order, long ticks, long steps) {
        var paying = paying(order);
        boolean bid = order.request.side() == Side.BID;
        boolean worse = bid && order.request.type() == OrderType.LIMIT && order.terms.limitTicks() != ticks;
        if (worse) {
            // It locked its own price.
            long count = Math.multiplyExact(order.terms.limitTicks(), steps);
            order.locked -= count;
            paying.unlock(units.value(count, freed));
            paying.pay(value);
        } else {
            order.locked -= bid ? ticks * steps : steps;
            paying.payLocked(bid ? value : size);
        }
    }

    private Execution execution(AccountOrder order, PublicTrade trade, String feeAsset, boolean maker) {
        return new Execution(
                trade.id(),
                order.id,
                order.request.clientId(),
                order.request.side(),
                order.request.type(),
                trade.price(),
                trade.quantity(),
                fee.decimal(),
                feeAsset,
                maker,
                trade.atNanos());
    }

    void cancel(AccountOrder order) {
        end(order, OrderStatus.CANCELLED);
        listener.orderCancelled(order.account.id, order);
        tell(order.account, paying(order));
    }

    void expire(AccountOrder order, Expiry why) {
        order.expiry = why;
        end(order, OrderStatus.EXPIRED);
        listener.orderExpired(order.account.id, order);
        tell(order.account, paying(order));
    }

    private void end(AccountOrder order, OrderStatus status) {
        order.status = status;
        paying(order).unlock(lockOf(order));
        order.locked = 0;
        order.account.closed(order);
    }

    private Amount lockOf(AccountOrder order) {
        return units.lock(order.request.side(), order.locked, freed);
    }

    private static Holding paying(AccountOrder order) {
        return order.account.paying(order.request.side());
    }

    private void tell(ExchangeAccount account, Holding holding) {
        listener.balanceChanged(account.id, holding.asset, holding);
    }
}
