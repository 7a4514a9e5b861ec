package makerdeck.engine.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.Severity;
import org.tinylog.Logger;

/**
 * Everything that happens on the desk, in order and in the operator's language: told to the listener, kept for the
 * screen, written to the log file. Order changes go to listener and file only, or they would push all else off the
 * screen.
 *
 * <p>Engine thread only.
 */
public final class EventLog {

    private static final int KEPT = 300;
    private static final int ALERTS = 50;
    /** More than a session can cause; what comes on top is in the log. */
    private static final int CRITICAL_ALERTS = 1000;

    private final Consumer<DeskEvent> listener;
    private final Deque<DeskEvent> kept = new ArrayDeque<>();
    private final List<Alert> alerts = new ArrayList<>();
    private long sequence;
    private long changes;

    public EventLog(Consumer<DeskEvent> listener) {
        this.listener = listener;
    }

    public void tell(Instant at, DeskNews news, Message text) {
        tell(at, news, Severity.INFO, text);
    }

    public void info(Instant at, Message text) {
        tell(at, new DeskNews.Noted(), Severity.INFO, text);
    }

    public void warn(Instant at, Message text) {
        tell(at, new DeskNews.Noted(), Severity.WARN, text);
    }

    /**
     * Something the operator must see: sticky until acknowledged. One cause is one alert, which counts up and says the
     * latest; a cause is what is said but for numbers and names, and each of these too when it is critical.
     */
    public void alert(Instant at, Severity severity, Message text) {
        for (int i = 0; i < alerts.size(); i++) {
            var known = alerts.get(i);
            if (known.severity() == severity && isSameCause(severity, known.text(), text)) {
                alerts.set(i, new Alert(at, severity, text, known.count() + 1));
                changes++;
                if (!known.text().equals(text)) {
                    tellAlert(at, severity, text);
                }
                return;
            }
        }
        add(new Alert(at, severity, text, 1));
        tellAlert(at, severity, text);
    }

    private static boolean isSameCause(Severity severity, Message known, Message text) {
        return severity == Severity.CRITICAL ? known.equals(text) : known.isLike(text);
    }

    private void tellAlert(Instant at, Severity severity, Message text) {
        tell(at, new DeskNews.Alerted(), severity, text);
    }

    /** The oldest of the least grave makes room; a critical one never does. */
    private void add(Alert alert) {
        if (alerts.size() >= ALERTS) {
            var least =
                    alerts.stream().min(Comparator.comparing(Alert::severity)).orElseThrow();
            if (least.severity() != Severity.CRITICAL) {
                alerts.remove(least);
            } else if (alert.severity() != Severity.CRITICAL || alerts.size() >= CRITICAL_ALERTS) {
                return;
            }
        }
        alerts.add(alert);
    }

    public int acknowledge() {
        var count = alerts.size();
        alerts.clear();
        changes++;
        return count;
    }

    private void tell(Instant at, DeskNews news, Severity severity, Message text) {
        var event = new DeskEvent(++sequence, at, severity, text, news);
        var kind = event.kind();
        changes++;
        if (kind != Kind.ORDER) {
            kept.addLast(event);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        }
        if (kind == Kind.ORDER) {
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
        return List.copyOf(alerts);
    }

    /** Goes up whenever {@link #log} or {@link #alerts} may have changed. */
    public long changes() {
        return changes;
    }
}
