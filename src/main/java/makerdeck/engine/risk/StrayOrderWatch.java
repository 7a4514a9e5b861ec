package makerdeck.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.ClientId;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
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
    private @Nullable Message failure = null;
    private @Nullable Message text = null;

    public StrayOrderWatch(EventLog log, OrderTracker tracker, TradingGates gates) {
        this.log = log;
        this.tracker = tracker;
        this.gates = gates;
    }

    /** What may rest against our will, empty when nothing does. */
    public Optional<Message> text() {
        return Optional.ofNullable(text);
    }

    /** A cancel has led to nothing, and why. */
    public void cancelFailed(Message why) {
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
        boolean before = text != null;
        var overdue = live.stream()
                .filter(order -> isOverdue(order, now))
                .map(ManagedOrder::tag)
                .toList();
        text = text(overdue);
        if (!before && text != null) {
            log.alertAbout(now, Severity.CRITICAL, alarm(overdue.size(), failure), Message.list(overdue), overdue);
        } else if (before && text == null) {
            log.over(
                    now,
                    Message.of("engine.exposed-no-more"),
                    "engine.exposed.alarm",
                    "engine.exposed.alarm-because",
                    "engine.resting.alarm");
        }
    }

    private @Nullable Message text(List<String> overdue) {
        if (unwantedSince.isEmpty()) {
            failure = null;
        }
        if (overdue.isEmpty()) {
            return null;
        }
        var tags = Message.list(overdue);
        return failure == null
                ? Message.of("engine.exposed", tags)
                : Message.of("engine.exposed-because", tags, failure);
    }

    private static Message alarm(int orders, @Nullable Message failure) {
        var some = Message.count("engine.orders", orders);
        return failure == null
                ? Message.of("engine.exposed.alarm", some)
                : Message.of("engine.exposed.alarm-because", some, failure);
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
