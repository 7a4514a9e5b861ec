package makerdeck.engine.execution;

import java.time.Clock;
import java.util.Optional;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Touch;
import makerdeck.strategy.rebalancing.Rebalancer;

/** Works out the trade that would bring the ratio back to its target. Engine thread only. */
public final class RebalancePlanner {

    private final Clock clock;
    private final MarketData market;
    private final ParameterHistory history;
    private final OrderTracker tracker;
    private final Ledger ledger;
    private final AvailableBalances available;

    public RebalancePlanner(
            Clock clock,
            MarketData market,
            ParameterHistory history,
            OrderTracker tracker,
            Ledger ledger,
            AvailableBalances available) {
        this.clock = clock;
        this.market = market;
        this.history = history;
        this.tracker = tracker;
        this.ledger = ledger;
        this.available = available;
    }

    /** By what it plans. */
    Parameters parameters() {
        return history.parameters();
    }

    /** What it would be now; empty when nothing of at least the market's minimum, or nothing is known. */
    public Optional<Rebalancer.Plan> plan() {
        return plan(history.parameters());
    }

    /** What it would be under other parameters. */
    public Optional<Rebalancer.Plan> plan(Parameters parameters) {
        return isInTheDark()
                ? Optional.empty()
                : touch().flatMap(touch -> Rebalancer.plan(
                        market.rules(), market.rates().fees(parameters), parameters, available.balances(), touch));
    }

    /** Whether what there is to trade cannot be known: market, balances or others' prices are not. */
    public boolean isInTheDark() {
        return !market.isKnown() || !ledger.isOpen() || touch().isEmpty();
    }

    /** Everybody else's best prices, empty when a side has none. */
    Optional<Touch> touch() {
        return Touch.of(market.book(), tracker.lives(clock.instant()));
    }

    /** The worst price that an order of a side takes at. */
    Price takerLimit(Side side, Touch touch) {
        return Rebalancer.takerLimit(market.rules(), side, touch);
    }
}
