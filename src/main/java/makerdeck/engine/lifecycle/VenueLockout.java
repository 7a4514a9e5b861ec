package makerdeck.engine.lifecycle;

import java.time.Clock;
import java.util.function.Supplier;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.RestingOrders;
import makerdeck.engine.risk.ReduceOnly;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Refusal;

/** What is done when the venue takes nothing of us, not even cancels. Engine thread only. */
public final class VenueLockout {

    private final Clock clock;
    private final EventLog log;
    private final OrderTracker tracker;
    private final ReduceOnly reduceOnly;
    private final SessionState session;
    private final HaltSwitch haltSwitch;
    private final Supplier<RestingOrders> resting;

    /** @param resting what may rest on the venue now */
    public VenueLockout(
            Clock clock,
            EventLog log,
            OrderTracker tracker,
            ReduceOnly reduceOnly,
            SessionState session,
            HaltSwitch haltSwitch,
            Supplier<RestingOrders> resting) {
        this.clock = clock;
        this.log = log;
        this.tracker = tracker;
        this.reduceOnly = reduceOnly;
        this.session = session;
        this.haltSwitch = haltSwitch;
        this.resting = resting;
    }

    /** The venue takes nothing of us, not even cancels: true, and the desk halts. */
    public boolean lockedOut(Refusal why, Message message) {
        if (why == Refusal.AUTHENTICATION) {
            halt(HaltSwitch.Cause.KEY, Message.of("engine.halt.key", message));
            return true;
        }
        if (why == Refusal.LATE) {
            reduceOnly.doubted(Message.of("engine.reduce-only.late", message), clock.instant());
        } else if (why == Refusal.KEY_IN_DOUBT) {
            reduceOnly.doubted(Message.of("engine.reduce-only.key", message), clock.instant());
        }
        if (why == Refusal.BANNED) {
            session.banned(clock.instant());
            if (!tracker.live().isEmpty()) {
                halt(HaltSwitch.Cause.BAN, message);
            }
        }
        return why == Refusal.BANNED && session.isHalted();
    }

    /** Stops and tells what may rest: the venue lets us do nothing about it. */
    public void halt(HaltSwitch.Cause cause, Message reason) {
        if (session.isHalted()) {
            haltSwitch.halt(cause, reason);
            return;
        }
        var left = resting.get();
        haltSwitch.halt(cause, reason);
        if (!left.lines().isEmpty()) {
            log.alertAbout(
                    clock.instant(),
                    Severity.CRITICAL,
                    Message.of(
                            "engine.resting.alarm",
                            Message.count("engine.orders", left.lines().size()),
                            left.advice()),
                    Message.sequence(left.lines()),
                    tracker.live().stream().map(ManagedOrder::clientId).toList());
        }
    }
}
