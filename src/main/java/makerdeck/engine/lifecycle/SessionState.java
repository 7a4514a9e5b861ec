package makerdeck.engine.lifecycle;

import java.time.Instant;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** How far this life of the desk has come: begun, ready, halted, over its set time. Engine thread only. */
public final class SessionState {

    private final ParameterHistory history;
    private final Instant startedAt;

    private @Nullable Message halted;
    private boolean finished;
    private @Nullable Instant firstQuoteAt;
    private boolean ready;

    public SessionState(ParameterHistory history, Instant startedAt) {
        this.history = history;
        this.startedAt = startedAt;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** A quote rests: the duration runs from the first one. */
    void quoted(Instant now) {
        if (firstQuoteAt == null) {
            firstQuoteAt = now;
        }
    }

    /** When the set duration is over, null when there is none or no quote was ever out. */
    public @Nullable Instant endsAt() {
        var duration = history.parameters().duration();
        return duration.isZero() || firstQuoteAt == null ? null : firstQuoteAt.plus(duration);
    }

    public boolean isHalted() {
        return halted != null;
    }

    /** Why it is halted, null when it is not. */
    @Nullable
    Message haltReason() {
        return halted;
    }

    void halted(Message why) {
        halted = why;
    }

    void resumed() {
        halted = null;
    }

    public boolean isFinished() {
        return finished;
    }

    void finished(boolean over) {
        finished = over;
    }

    /** Market, book, balances and a first comparison are there, and nothing of an earlier run rests. */
    void ready() {
        ready = true;
    }

    boolean isReady() {
        return ready;
    }
}
