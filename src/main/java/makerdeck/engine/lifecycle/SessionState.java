package makerdeck.engine.lifecycle;

import java.time.Instant;
import java.util.Optional;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** How far this life of the desk has come: begun, ready, halted, over its set time. Engine thread only. */
public final class SessionState {

    /**
     * That the desk is halted.
     *
     * @param overSince since when the cause is over as far as can be seen, null while it is not
     */
    public record Halt(
            HaltSwitch.Cause cause,
            Message reason,
            Instant at,
            @Nullable Instant overSince) {}

    private final ParameterHistory history;
    private final Instant startedAt;

    private @Nullable Halt halt;
    private Instant bannedAt = Instant.MIN;
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
        return halt != null;
    }

    /** Empty while it is not halted. */
    public Optional<Halt> halt() {
        return Optional.ofNullable(halt);
    }

    void halted(HaltSwitch.Cause cause, Message why, Instant now) {
        halt = new Halt(cause, why, now, null);
    }

    /** {@code since} null: it is not, or not any more. */
    public void haltIsOver(@Nullable Instant since) {
        halt = halt == null ? null : new Halt(halt.cause(), halt.reason(), halt.at(), since);
    }

    /** The venue has said again that it answers nothing. */
    void banned(Instant now) {
        bannedAt = now;
    }

    /** When it did so last, long ago when never. */
    public Instant bannedAt() {
        return bannedAt;
    }

    void resumed() {
        halt = null;
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
