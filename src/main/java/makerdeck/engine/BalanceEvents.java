package makerdeck.engine;

import makerdeck.engine.books.FeeConverter;
import makerdeck.engine.books.InterestBooking;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.lifecycle.BalanceReconciliation;
import makerdeck.engine.lifecycle.RebalancePermission;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.risk.LendingLimits;
import makerdeck.venue.VenueEvent;

/** What the account holds, lends, is paid and has paid in other assets. Engine thread only. */
final class BalanceEvents {

    private final AccountReading account;
    private final BalanceReconciliation balances;
    private final InterestBooking interest;
    private final FeeConverter converter;
    private final LendingLimits lending;
    private final Reconciliation reconciliation;
    private final RebalanceExecution rebalance;
    private final RebalancePermission permission;

    BalanceEvents(
            AccountReading account,
            BalanceReconciliation balances,
            InterestBooking interest,
            FeeConverter converter,
            LendingLimits lending,
            Reconciliation reconciliation,
            RebalanceExecution rebalance,
            RebalancePermission permission) {
        this.account = account;
        this.balances = balances;
        this.interest = interest;
        this.converter = converter;
        this.lending = lending;
        this.reconciliation = reconciliation;
        this.rebalance = rebalance;
        this.permission = permission;
    }

    void on(VenueEvent.BalancesRead event) {
        reconciliation.balancesAnswered();
        lending.read(event.balances());
        if (balances.read(event)) {
            reconciliation.readBalancesSoon();
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
        account.lends(event.on());
    }
}
