package makerdeck.engine.log;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.Severity;

/**
 * What the operator must see, each until it is acknowledged: one cause is one alert, which counts up and says the
 * latest. A critical one never makes room for another.
 *
 * <p>Engine thread only.
 */
final class AlertBook {

    private static final int MOST = 50;
    /** More than a session can cause; what comes on top is in the log. */
    private static final int MOST_CRITICAL = 1000;

    private final Map<AlertCause, Raised> alerts = new LinkedHashMap<>();

    /** Raised and, as far as is known, not over; whether or not somebody has acknowledged it. */
    private final Set<AlertCause> lasting = new LinkedHashSet<>();

    /** @param logged what the log says of it */
    private record Raised(Alert alert, Message logged) {}

    /** True when the log would say what it has not said already. */
    boolean raise(Instant at, AlertCause cause, Message text, Message logged) {
        var severity = cause.severity();
        var again = !lasts(cause);
        var known = alerts.get(cause);
        if (known == null) {
            add(cause, new Raised(new Alert(at, severity, text, 1), logged));
            return true;
        }
        alerts.put(cause, new Raised(new Alert(at, severity, text, known.alert().count() + 1), logged));
        return again || !known.logged().equals(logged);
    }

    /** Whether it lasts already; from now on it does. */
    private boolean lasts(AlertCause cause) {
        if (!lasting.add(cause)) {
            return true;
        }
        if (lasting.size() > MOST_CRITICAL) {
            lasting.remove(lasting.iterator().next());
        }
        return false;
    }

    /** Causes whose sentence has one of these keys are over: the ids of those that lasted. */
    List<String> over(List<String> keys) {
        var ended = lasting.stream()
                .filter(cause -> keys.contains(cause.said().get(0)))
                .toList();
        ended.forEach(lasting::remove);
        return ended.stream().map(AlertCause::id).toList();
    }

    /** The oldest of the least grave makes room. */
    private void add(AlertCause cause, Raised raised) {
        if (alerts.size() >= MOST) {
            var least = alerts.keySet().stream()
                    .min(Comparator.comparing(AlertCause::severity))
                    .orElseThrow();
            if (least.severity() != Severity.CRITICAL) {
                alerts.remove(least);
            } else if (raised.alert().severity() != Severity.CRITICAL || alerts.size() >= MOST_CRITICAL) {
                return;
            }
        }
        alerts.put(cause, raised);
    }

    /** The operator has seen them; how many they were. */
    int acknowledge() {
        int count = alerts.size();
        alerts.clear();
        return count;
    }

    List<Alert> alerts() {
        return alerts.values().stream().map(Raised::alert).toList();
    }
}
