package makerdeck.engine.operator;

import java.time.Instant;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.SessionState;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.ReferencePrice;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.risk.PreTradeLimits;
import makerdeck.engine.risk.TradingGates;

/** Whether what has halted the desk is over, as far as the desk can see. Engine thread only. */
public final class HaltEnds {

    private final MarketData market;
    private final ConnectionState connection;
    private final ClientIdAllocator ids;
    private final OrderTracker tracker;
    private final ForeignOrders foreign;
    private final Ledger ledger;
    private final TradingGates gates;
    private final ReferencePrice reference;
    private final PreTradeLimits limits;
    private final Reconciliation reconciliation;
    private final SessionState session;

    public HaltEnds(
            MarketData market,
            ConnectionState connection,
            ClientIdAllocator ids,
            OrderTracker tracker,
            ForeignOrders foreign,
            Ledger ledger,
            TradingGates gates,
            ReferencePrice reference,
            PreTradeLimits limits,
            Reconciliation reconciliation,
            SessionState session) {
        this.market = market;
        this.connection = connection;
        this.ids = ids;
        this.tracker = tracker;
        this.foreign = foreign;
        this.ledger = ledger;
        this.gates = gates;
        this.reference = reference;
        this.limits = limits;
        this.reconciliation = reconciliation;
        this.session = session;
    }

    /** False too when the desk cannot see it: then only the operator can. */
    boolean isOver(HaltSwitch.Cause cause, Instant haltedAt, Instant now) {
        return switch (cause) {
            case BAN ->
                isCompared(session.bannedAt().isAfter(haltedAt) ? session.bannedAt() : haltedAt)
                        && tracker.live().isEmpty()
                        && gates.reason(now).isEmpty();
            case KEY -> isCompared(haltedAt);
            case PRICE -> market.mid().isPresent() && reference.absurdity().isEmpty();
            case LOSS -> limits.halts(now).isEmpty();
            case OTHER_DESK -> isCompared(haltedAt) && !hasForeignDesk();
            case CANCELS -> isCompared(haltedAt) && tracker.live().isEmpty();
            case GUARDIAN -> connection.unarmedElsewhere().isEmpty();
            case BALANCE -> ledger.base().signum() > 0 && ledger.quote().signum() > 0;
            case OPERATOR, EARLIER, GRID, VENUE, DEFECT -> false;
        };
    }

    /** Our orders were compared with the venue's since: it answers our key. */
    private boolean isCompared(Instant since) {
        var compared = reconciliation.comparedAt();
        return compared != null && compared.isAfter(since);
    }

    private boolean hasForeignDesk() {
        return foreign.open().stream().anyMatch(order -> {
            var id = order.clientId();
            return id != null && ids.foreignTag(id) != 0;
        });
    }
}
