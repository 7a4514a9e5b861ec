package makerdeck.engine;

import makerdeck.venue.VenueEvent;

/** What the account holds, lends, is paid and has paid in other assets. Engine thread only. */
final class BalanceEvents {

    private final Facts facts;
    private final BalanceCheck balances;
    private final InterestDesk interest;
    private final FeeConverter converter;
    private final Lending lending;
    private final Reconciler reconciler;
    private final RebalanceRun rebalance;
    private final RebalancePermission permission;

    BalanceEvents(
            Facts facts,
            BalanceCheck balances,
            InterestDesk interest,
            FeeConverter converter,
            Lending lending,
            Reconciler reconciler,
            RebalanceRun rebalance,
            RebalancePermission permission) {
        this.facts = facts;
        this.balances = balances;
        this.interest = interest;
        this.converter = converter;
        this.lending = lending;
        this.reconciler = reconciler;
        this.rebalance = rebalance;
        this.permission = permission;
    }

    void on(VenueEvent.BalancesRead event) {
        reconciler.balancesAnswered();
        lending.read(event.balances());
        if (balances.read(event)) {
            reconciler.readBalancesSoon();
        }
        rebalance.checked(permission.isAutomatic());
    }

    void on(VenueEvent.BalanceMoved event) {
        balances.moved(event);
    }

    void on(VenueEvent.InterestRead event) {
        interest.on(event);
    }

    void on(VenueEvent.PriceRead event) {
        converter.on(event);
    }

    void on(VenueEvent.LendingRead event) {
        facts.lends(event.on());
    }
}
