package makerdeck.engine.lifecycle;

import java.time.Clock;
import java.util.function.Supplier;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.RestingOrders;
import makerdeck.engine.risk.ReduceOnly;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Refusal;
import makerdeck.words.Words;

/** What is done when the venue takes nothing of us, not even cancels. Engine thread only. */
public final class VenueLockout {

    private final Clock clock;
    private final EventLog diary;
    private final OrderTracker tracker;
    private final ReduceOnly restraint;
    private final SessionState session;
    private final HaltSwitch halting;
    private final Supplier<RestingOrders> resting;

    /** @param resting what may rest on the venue now */
    public VenueLockout(
            Clock clock,
            EventLog diary,
            OrderTracker tracker,
            ReduceOnly restraint,
            SessionState session,
            HaltSwitch halting,
            Supplier<RestingOrders> resting) {
        this.clock = clock;
        this.diary = diary;
        this.tracker = tracker;
        this.restraint = restraint;
        this.session = session;
        this.halting = halting;
        this.resting = resting;
    }

    /** The venue takes nothing of us, not even cancels: true, and the desk halts. */
    public boolean lockedOut(Refusal why, String message) {
        if (why == Refusal.AUTHENTICATION) {
            halt(Words.say("engine.halt.key", message));
            return true;
        }
        if (why == Refusal.LATE) {
            restraint.doubted(Words.say("engine.restraint.late", message), clock.instant());
        } else if (why == Refusal.KEY_IN_DOUBT) {
            restraint.doubted(Words.say("engine.restraint.key", message), clock.instant());
        }
        if (why == Refusal.BANNED && !tracker.live().isEmpty()) {
            halt(message);
        }
        return why == Refusal.BANNED && session.isHalted();
    }

    /** Stops and tells what may rest: the venue lets us do nothing about it. */
    public void halt(String reason) {
        if (session.isHalted()) {
            return;
        }
        var left = resting.get();
        halting.halt(reason, true);
        if (!left.lines().isEmpty()) {
            diary.alert(
                    clock.instant(),
                    Severity.CRITICAL,
                    Words.say("engine.resting.alarm", Texts.sequence(left.lines()), left.advice()));
        }
    }
}
