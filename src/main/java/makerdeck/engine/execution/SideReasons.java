package makerdeck.engine.execution;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.risk.Gate;
import makerdeck.engine.risk.SideStates;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;

/** Why a side has no quote in the book: never nothing. Engine thread only. */
public final class SideReasons {

    private final Clock clock;
    private final OrderTracker tracker;
    private final Requoter requoter;
    private final SideStates sideStates;
    private final List<Gate> waits = inOrder();

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
        return wanted.isEmpty() ? Gate.first(waits, side, clock.instant()) : wanted;
    }

    /** What quotes that are wanted wait for, in the order in which it is asked; something always is, unless quoted. */
    public List<Gate> gates() {
        return waits;
    }

    private List<Gate> inOrder() {
        return List.of(
                new Gate("refusals", (side, now) -> sideStates.of(side).blockReason(now), (side, now) -> sideStates
                        .of(side)
                        .blockEnds(now)),
                new Gate("known", (side, now) -> when(isUnknown(side), "unknown")),
                new Gate("cancels", (side, now) -> when(has(side, OrderStage.PENDING_CANCEL), "cancels")),
                new Gate("answers", (side, now) -> when(has(side, OrderStage.SENT), "on-the-way")),
                new Gate("turn", (side, now) -> requoter.heldBack(side)),
                new Gate("cooling", (side, now) -> when(sideStates.of(side).isCooling(now), "cooling")),
                new Gate("review", (side, now) -> when(!isQuoted(side), "next-review")));
    }

    private static Optional<Message> when(boolean shut, String key) {
        return shut ? Optional.of(Message.of("engine.waiting." + key)) : Optional.empty();
    }

    private boolean isUnknown(Side side) {
        if (tracker.awaited().onSide(side)) {
            return true;
        }
        for (var order : tracker.live()) {
            if (order.stage() == OrderStage.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    private boolean has(Side side, OrderStage stage) {
        for (var order : tracker.live()) {
            if (order.side() == side && order.stage() == stage) {
                return true;
            }
        }
        return false;
    }
}
