package makerdeck.engine;

import java.time.Instant;

/** Ends the session: when its set time is over, and when the desk leaves. Engine thread only. */
final class SessionEnd implements TickTask {

    private final Session session;
    private final Stopper stopper;
    private final Halting halting;
    private final Report report;
    private final Bookings bookings;
    private final Uptime uptime;
    private final Scribe scribe;
    private final Reconciler reconciler;
    private boolean reported;

    SessionEnd(
            Session session,
            Stopper stopper,
            Halting halting,
            Report report,
            Bookings bookings,
            Uptime uptime,
            Scribe scribe,
            Reconciler reconciler) {
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
    void left(Instant now, StopOutcome outcome) {
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
