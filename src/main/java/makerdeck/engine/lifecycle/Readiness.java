package makerdeck.engine.lifecycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.venue.Stream;
import makerdeck.words.Words;

/** Sees when a desk that starts has all it needs to quote. Engine thread only. */
public final class Readiness implements TickTask {

    private final EventLog diary;
    private final MarketData facts;
    private final OrderTracker tracker;
    private final Ledger ledger;
    private final Reconciliation reconciler;
    private final SessionState session;

    public Readiness(
            EventLog diary,
            MarketData facts,
            OrderTracker tracker,
            Ledger ledger,
            Reconciliation reconciler,
            SessionState session) {
        this.diary = diary;
        this.facts = facts;
        this.tracker = tracker;
        this.ledger = ledger;
        this.reconciler = reconciler;
        this.session = session;
    }

    @Override
    public void tick(Instant now) {
        if (!session.isReady() && isComplete()) {
            session.ready();
            ledger.caughtUp();
            tellBooks(now);
        }
    }

    /** Market, book, balances and a first comparison are there, and nothing of an earlier run rests. */
    private boolean isComplete() {
        return ledger.isOpen()
                && reconciler.fills().isCaughtUp()
                && facts.isUp(Stream.PUBLIC)
                && facts.isUp(Stream.PRIVATE)
                && reconciler.comparedAt() != null
                && tracker.live().isEmpty();
    }

    private void tellBooks(Instant now) {
        var totals = ledger.totals();
        if (totals.fills() > 0) {
            var market = facts.market();
            diary.info(
                    now,
                    Words.say(
                            "engine.books.go-on",
                            ledger.openedAt().truncatedTo(ChronoUnit.SECONDS),
                            totals.fills(),
                            Texts.signed(totals.pnl(), market.decimals(totals.pnl(), 4)),
                            market.quote()));
        }
    }
}
