package makerdeck.engine.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.Severity;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Everything that happens on the desk, in order: told to the listener, kept for the screen, written to the log
 * file. Order changes go to listener and file only, or they would push all else off the
 * screen; the answer to a command that changed nothing is kept until the next command only.
 *
 * <p>Engine thread only.
 */
public final class EventLog {

    private static final int KEPT = 300;

    private final Consumer<DeskEvent> listener;
    private final Deque<DeskEvent> kept = new ArrayDeque<>();
    private final AlertBook alerts = new AlertBook();
    private @Nullable DeskEvent passing;
    private long asker;
    private long sequence;
    private long changes;
    private long rejections;
    private long doubts;
    private long warnings;
    private long criticals;

    public EventLog(Consumer<DeskEvent> listener) {
        this.listener = listener;
    }

    public void tell(Instant at, DeskNews news, Message text) {
        tell(at, news, Severity.INFO, text);
    }

    /** What is mentioned from now on belongs to the answer to somebody; 0: to nobody. */
    public void answer(long somebody) {
        asker = somebody;
    }

    public void info(Instant at, Message text) {
        tell(at, new DeskNews.Noted(asker), Severity.INFO, text);
    }

    public void warn(Instant at, Message text) {
        tell(at, new DeskNews.Noted(asker), Severity.WARN, text);
    }

    /**
     * Something the operator must see: sticky until acknowledged. One cause is one alert, which counts up and says the
     * latest. What is said of another subject is another alert.
     *
     * @param subject what it is about, where that is told apart by a figure alone: an order, a row
     */
    public void alert(Instant at, Severity severity, Message text, Object... subject) {
        raise(at, severity, text, text, subject);
    }

    /**
     * The same, of what has numbers that only look-ups need: the alert is the sentence, the log has both.
     *
     * @param which ids, rows, lists
     */
    public void alertAbout(Instant at, Severity severity, Message text, Message which, Object... subject) {
        raise(at, severity, text, Message.of("engine.alert.about", text, which), subject);
    }

    private void raise(Instant at, Severity severity, Message text, Message logged, Object... subject) {
        warnings += severity == Severity.WARN ? 1 : 0;
        criticals += severity == Severity.CRITICAL ? 1 : 0;
        var cause = AlertCause.of(severity, text, List.of(subject));
        var news = alerts.raise(at, cause, text, logged);
        changes++;
        if (news) {
            tell(at, new DeskNews.Alerted(cause.id(), text), severity, logged);
        }
    }

    /**
     * What alerts were about is over: told once, and the same is news when it happens again. The alerts stay until they
     * are acknowledged. False, and nothing is told, when none was raised since it was last over.
     *
     * @param text how it is now
     * @param keys of the sentences that were raised
     */
    public boolean over(Instant at, Message text, String... keys) {
        var ids = alerts.over(List.of(keys));
        if (ids.isEmpty()) {
            return false;
        }
        tell(at, new DeskNews.Recovered(ids), Severity.INFO, text);
        return true;
    }

    public int acknowledge() {
        changes++;
        return alerts.acknowledge();
    }

    private void tell(Instant at, DeskNews news, Severity severity, Message text) {
        var event = new DeskEvent(++sequence, at, severity, text, news);
        var kind = event.kind();
        changes++;
        if (kind == Kind.COMMAND) {
            if (passing != null) {
                kept.remove(passing);
            }
            passing = event.isPassing() ? event : null;
        }
        if (news instanceof DeskNews.OrderMoved moved) {
            rejections += moved.stage() == OrderStage.REJECTED ? 1 : 0;
            doubts += moved.stage() == OrderStage.UNKNOWN ? 1 : 0;
        }
        if (kind != Kind.ORDER) {
            kept.addLast(event);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        }
        if (kind == Kind.ORDER || event.isPassing()) {
            Logger.debug("{} {}", kind, text);
        } else if (severity == Severity.INFO) {
            Logger.info("{} {}", kind, text);
        } else {
            Logger.warn("{} {}", kind, text);
        }
        listener.accept(event);
    }

    public List<DeskEvent> log() {
        return List.copyOf(kept);
    }

    public List<Alert> alerts() {
        return alerts.alerts();
    }

    /** Orders that the venue refused. */
    public long rejections() {
        return rejections;
    }

    /** How often it was not known whether an order rests. */
    public long doubts() {
        return doubts;
    }

    /** Warnings raised, the same one as often as it was. */
    public long warnings() {
        return warnings;
    }

    /** Critical alerts raised, the same one as often as it was. */
    public long criticals() {
        return criticals;
    }

    /** Goes up whenever {@link #log} or {@link #alerts} may have changed. */
    public long changes() {
        return changes;
    }
}
