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
import makerdeck.engine.meter.ProgrammeMeter;

/** Ends the session: when its set time is over, and when the desk leaves. Engine thread only. */
public final class SessionEnd implements TickTask {

    private final SessionState session;
    private final Shutdown shutdown;
    private final HaltSwitch haltSwitch;
    private final SessionReport report;
    private final FillBooking booking;
    private final QuoteUptime uptime;
    private final ProgrammeMeter programme;
    private final JournalWriter journal;
    private final Reconciliation reconciliation;
    private boolean reported;

    public SessionEnd(
            SessionState session,
            Shutdown shutdown,
            HaltSwitch haltSwitch,
            SessionReport report,
            FillBooking booking,
            QuoteUptime uptime,
            ProgrammeMeter programme,
            JournalWriter journal,
            Reconciliation reconciliation) {
        this.session = session;
        this.shutdown = shutdown;
        this.haltSwitch = haltSwitch;
        this.report = report;
        this.booking = booking;
        this.uptime = uptime;
        this.programme = programme;
        this.journal = journal;
        this.reconciliation = reconciliation;
    }

    @Override
    public void tick(Instant now) {
        if (shutdown.isStopping()) {
            return;
        }
        var end = session.endsAt();
        var over = end != null && !now.isBefore(end);
        if (over && !session.isFinished()) {
            haltSwitch.finish();
            report();
        } else if (!over && session.isFinished()) {
            haltSwitch.unfinish();
            reported = false;
        }
    }

    /** The desk has left: the last word and the last entries. */
    public void left(Instant now, ShutdownResult outcome) {
        report();
        booking.end();
        uptime.end();
        programme.end();
        var inOrder = outcome.clean() && outcome.mayLive().isEmpty();
        journal.ended(now, reconciliation.fills().knownUntil(), inOrder);
    }

    /** Once at the end of a session. */
    private void report() {
        if (!reported) {
            reported = true;
            report.tell();
        }
    }
}
