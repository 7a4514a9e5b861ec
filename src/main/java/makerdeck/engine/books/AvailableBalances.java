package makerdeck.engine.books;

import java.math.BigDecimal;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.ParameterHistory;

/**
 * What the account holds and what of it is free, worked out from the books and the live orders. The
 * venue's frames arrive one asset at a time; this is whole after every fill.
 *
 * <p>Engine thread only.
 */
public final class AvailableBalances {

    private final MarketData market;
    private final AccountReading account;
    private final ParameterHistory history;
    private final Ledger ledger;
    private final OrderTracker tracker;
    private final ForeignOrders foreign;

    public AvailableBalances(
            MarketData market,
            AccountReading account,
            ParameterHistory history,
            Ledger ledger,
            OrderTracker tracker,
            ForeignOrders foreign) {
        this.market = market;
        this.account = account;
        this.history = history;
        this.ledger = ledger;
        this.tracker = tracker;
        this.foreign = foreign;
    }

    /** Both assets. Only after the books are open. */
    public Balances balances() {
        var lent = account.balances().orElse(new Balances(Balance.ZERO, Balance.ZERO));
        return new Balances(
                balance(Side.ASK, ledger.base(), lent.base().lent()),
                balance(Side.BID, ledger.quote(), lent.quote().lent()));
    }

    /** What was lent at the last reading may have been taken back for orders since. */
    private Balance balance(Side side, BigDecimal total, BigDecimal lentAtLast) {
        var locked = locked(side);
        var free = total.subtract(locked);
        if (free.signum() < 0 && lentAtLast.signum() >= 0) {
            return new Balance(BigDecimal.ZERO, total.max(BigDecimal.ZERO), BigDecimal.ZERO);
        }
        var lent = lentAtLast.min(free);
        return new Balance(free.subtract(lent), locked, lent);
    }

    /** Base units for asks, quote units for bids. */
    private BigDecimal locked(Side side) {
        var rules = market.rules();
        var locked = foreign.locked(side, rules);
        for (var order : tracker.live()) {
            if (order.side() == side) {
                locked = locked.add(cost(rules, side, order.price(), order.remaining()));
            }
        }
        return locked;
    }

    /** What new orders of a side can cost at most: base units for asks, quote units for bids. */
    public BigDecimal free(Side side) {
        var balances = balances();
        return (side == Side.ASK ? balances.base() : balances.quote())
                .payable(history.parameters().redeems());
    }

    /** What an order locks: base units for an ask, quote units for a bid. */
    static BigDecimal cost(Market rules, NewOrder order) {
        return cost(rules, order.side(), order.price(), order.quantity());
    }

    public static BigDecimal cost(Market rules, Side side, Price price, Quantity quantity) {
        return side == Side.ASK ? rules.decimal(quantity) : rules.notional(price, quantity);
    }
}
