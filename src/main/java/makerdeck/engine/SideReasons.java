package makerdeck.engine;

import java.time.Clock;
import makerdeck.domain.Side;
import makerdeck.words.Words;

/** Why a side has no quote in the book: never nothing. Engine thread only. */
final class SideReasons {

    private final Clock clock;
    private final OrderTracker tracker;
    private final QuotingDesk quoting;
    private final SideGuards guards;

    SideReasons(Clock clock, OrderTracker tracker, QuotingDesk quoting, SideGuards guards) {
        this.clock = clock;
        this.tracker = tracker;
        this.quoting = quoting;
        this.guards = guards;
    }

    /** Whether a quote of the side rests. */
    boolean isQuoted(Side side) {
        for (var order : tracker.live()) {
            if (order.side() == side && order.state() == OrderState.OPEN && order.role() == Role.QUOTE) {
                return true;
            }
        }
        return false;
    }

    /** Empty when it is quoted. */
    String text(Side side) {
        if (isQuoted(side)) {
            return "";
        }
        var wanted = quoting.wanted().side(side).reason();
        return wanted.isEmpty() ? waiting(side) : wanted;
    }

    /** Quotes are wanted and not there yet. */
    private String waiting(Side side) {
        var guard = guards.of(side);
        var setback = guard.blockReason(clock.instant());
        if (!setback.isEmpty()) {
            return setback;
        }
        if (tracker.awaited().onSide(side)) {
            return Words.say("engine.waiting.unknown");
        }
        boolean sent = false;
        for (var order : tracker.live()) {
            if (order.state() == OrderState.UNKNOWN) {
                return Words.say("engine.waiting.unknown");
            }
            if (order.side() == side && order.state() == OrderState.PENDING_CANCEL) {
                return Words.say("engine.waiting.cancels");
            }
            sent |= order.side() == side && order.state() == OrderState.SENT;
        }
        if (sent) {
            return Words.say("engine.waiting.on-the-way");
        }
        var held = quoting.heldBack(side);
        if (!held.isEmpty()) {
            return held;
        }
        boolean cooling = guard.isCooling(clock.instant());
        return Words.say(cooling ? "engine.waiting.cooling" : "engine.waiting.next-review");
    }
}
