package makerdeck.engine.execution;

import java.time.Clock;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.risk.SideStates;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;

/** Why a side has no quote in the book: never nothing. Engine thread only. */
public final class SideReasons {

    private final Clock clock;
    private final OrderTracker tracker;
    private final Requoter requoter;
    private final SideStates sideStates;

    public SideReasons(Clock clock, OrderTracker tracker, Requoter requoter, SideStates sideStates) {
        this.clock = clock;
        this.tracker = tracker;
        this.requoter = requoter;
        this.sideStates = sideStates;
    }

    /** Whether a quote of the side rests. */
    public boolean isQuoted(Side side) {
        for (var order : tracker.live()) {
            if (order.side() == side && order.stage() == OrderStage.OPEN && order.purpose() == OrderPurpose.QUOTE) {
                return true;
            }
        }
        return false;
    }

    /** Empty when it is quoted. */
    public Optional<Message> text(Side side) {
        if (isQuoted(side)) {
            return Optional.empty();
        }
        var wanted = Optional.ofNullable(requoter.wanted().side(side).reason());
        return wanted.isEmpty() ? waiting(side) : wanted;
    }

    /** Quotes are wanted and not there yet. */
    private Optional<Message> waiting(Side side) {
        var sideState = sideStates.of(side);
        var blocked = sideState.blockReason(clock.instant());
        if (!blocked.isEmpty()) {
            return blocked;
        }
        if (tracker.awaited().onSide(side)) {
            return Optional.of(Message.of("engine.waiting.unknown"));
        }
        boolean sent = false;
        for (var order : tracker.live()) {
            if (order.stage() == OrderStage.UNKNOWN) {
                return Optional.of(Message.of("engine.waiting.unknown"));
            }
            if (order.side() == side && order.stage() == OrderStage.PENDING_CANCEL) {
                return Optional.of(Message.of("engine.waiting.cancels"));
            }
            sent |= order.side() == side && order.stage() == OrderStage.SENT;
        }
        if (sent) {
            return Optional.of(Message.of("engine.waiting.on-the-way"));
        }
        var held = requoter.heldBack(side);
        if (!held.isEmpty()) {
            return held;
        }
        boolean cooling = sideState.isCooling(clock.instant());
        return Optional.of(Message.of(cooling ? "engine.waiting.cooling" : "engine.waiting.next-review"));
    }
}
