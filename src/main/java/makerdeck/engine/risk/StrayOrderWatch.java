package makerdeck.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import makerdeck.domain.ClientId;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.snapshot.Severity;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Orders of ours that should be gone for seconds and may still rest: the operator must know, for the
 * market can take them.
 *
 * <p>Engine thread only.
 */
public final class StrayOrderWatch {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EventLog log;
    private final OrderTracker tracker;
    private final TradingGates gates;
    private final Map<ClientId, Instant> unwantedSince = new HashMap<>();
    private @Nullable Instant blindSince;
    private String failure = "";
    private String text = "";

    public StrayOrderWatch(EventLog log, OrderTracker tracker, TradingGates gates) {
        this.log = log;
        this.tracker = tracker;
        this.gates = gates;
    }

    /** What may rest against our will, empty when nothing does. */
    public String text() {
        return text;
    }

    /** A cancel has led to nothing, and why. */
    public void cancelFailed(String why) {
        failure = why;
    }

    public void tick(Instant now) {
        blindSince = gates.reason(now).isEmpty() ? null : blindSince == null ? now : blindSince;
        var live = tracker.live();
        unwantedSince.keySet().removeIf(id -> live.stream()
                .noneMatch(order -> order.isUnwanted() && id.equals(order.clientId())));
        for (var order : live) {
            if (order.isUnwanted()) {
                unwantedSince.putIfAbsent(order.clientId(), now);
            }
        }
        var before = text;
        var overdue = live.stream()
                .filter(order -> isOverdue(order, now))
                .map(ManagedOrder::tag)
                .toList();
        text = text(Texts.list(overdue));
        if (before.isEmpty() && !text.isEmpty()) {
            log.alert(now, Severity.CRITICAL, text);
        } else if (!before.isEmpty() && text.isEmpty()) {
            log.info(now, Words.say("engine.exposed-no-more"));
        }
    }

    private String text(String overdue) {
        if (unwantedSince.isEmpty()) {
            failure = "";
        }
        if (overdue.isEmpty()) {
            return "";
        }
        return failure.isEmpty()
                ? Words.say("engine.exposed", overdue)
                : Words.say("engine.exposed-because", overdue, failure);
    }

    private boolean isOverdue(ManagedOrder order, Instant now) {
        var since = unwantedSince.get(order.clientId());
        // Nothing is wanted that rests on a market not seen, be it in doubt whether it rests.
        return (since != null && isLong(since, now)) || (blindSince != null && isLong(blindSince, now));
    }

    private static boolean isLong(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(PATIENCE) >= 0;
    }
}
