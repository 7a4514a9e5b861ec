package makerdeck.engine.lifecycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.message.Message;
import makerdeck.venue.Stream;

/** Sees when a desk that starts has all it needs to quote. Engine thread only. */
public final class Readiness implements TickTask {

    private final EventLog log;
    private final MarketData market;
    private final ConnectionState connection;
    private final OrderTracker tracker;
    private final Ledger ledger;
    private final Reconciliation reconciliation;
    private final SessionState session;

    public Readiness(
            EventLog log,
            MarketData market,
            ConnectionState connection,
            OrderTracker tracker,
            Ledger ledger,
            Reconciliation reconciliation,
            SessionState session) {
        this.log = log;
        this.market = market;
        this.connection = connection;
        this.tracker = tracker;
        this.ledger = ledger;
        this.reconciliation = reconciliation;
        this.session = session;
    }

    @Override
    public void tick(Instant now) {
        if (!session.isReady() && isComplete()) {
            session.ready();
            ledger.caughtUp(now);
            tellBooks(now);
        }
    }

    /** Market, book, balances, a first comparison and all guardians are there, and nothing of an earlier run rests. */
    private boolean isComplete() {
        return ledger.isOpen()
                && reconciliation.fills().isCaughtUp()
                && connection.isUp(Stream.PUBLIC)
                && connection.isUp(Stream.PRIVATE)
                && reconciliation.comparedAt() != null
                && connection.unarmedElsewhere().isEmpty()
                && tracker.live().isEmpty();
    }

    private void tellBooks(Instant now) {
        var totals = ledger.totals();
        if (totals.fills() > 0) {
            var rules = market.rules();
            log.info(
                    now,
                    Message.of(
                            "engine.books.go-on",
                            ledger.openedAt().truncatedTo(ChronoUnit.SECONDS),
                            totals.fills(),
                            Texts.signed(totals.pnl(), rules.decimals(totals.pnl(), 4)),
                            rules.quote()));
        }
    }
}
