package makerdeck.engine.publish;

import java.time.Instant;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.books.JournalWriter;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.QuoteUptime;
import makerdeck.engine.lifecycle.SessionState;
import makerdeck.engine.lifecycle.Shutdown;
import makerdeck.engine.lifecycle.ShutdownResult;

/** Ends the session: when its set time is over, and when the desk leaves. Engine thread only. */
public final class SessionEnd implements TickTask {

    private final SessionState session;
    private final Shutdown stopper;
    private final HaltSwitch halting;
    private final SessionReport report;
    private final FillBooking bookings;
    private final QuoteUptime uptime;
    private final JournalWriter scribe;
    private final Reconciliation reconciler;
    private boolean reported;

    public SessionEnd(
            SessionState session,
            Shutdown stopper,
            HaltSwitch halting,
            SessionReport report,
            FillBooking bookings,
            QuoteUptime uptime,
            JournalWriter scribe,
            Reconciliation reconciler) {
        this.session = session;
        this.stopper = stopper;
        this.halting = halting;
        this.report = report;
        this.bookings = bookings;
        this.uptime = uptime;
        this.scribe = scribe;
        this.reconciler = reconciler;
    }

    @Override
    public void tick(Instant now) {
        if (stopper.isStopping()) {
            return;
        }
        var end = session.endsAt();
        var over = end != null && !now.isBefore(end);
        if (over && !session.isFinished()) {
            halting.finish();
            report();
        } else if (!over && session.isFinished()) {
            halting.unfinish();
            reported = false;
        }
    }

    /** The desk has left: the last word and the last entries. */
    public void left(Instant now, ShutdownResult outcome) {
        report();
        bookings.end();
        uptime.end();
        var inOrder = outcome.clean() && outcome.mayLive().isEmpty();
        scribe.ended(now, reconciler.fills().knownUntil(), inOrder);
    }

    /** Once at the end of a session. */
    private void report() {
        if (!reported) {
            reported = true;
            report.tell();
        }
    }
}
