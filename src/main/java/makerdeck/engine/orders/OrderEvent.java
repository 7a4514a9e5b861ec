package makerdeck.engine.orders;

import java.util.Optional;
import makerdeck.snapshot.OrderStage;
import org.jspecify.annotations.Nullable;

/** What can happen to one of our orders, and where that leads from each state: the one table of an order's life. */
public enum OrderEvent {
    SENT,
    /** The venue shows that it rests. */
    SHOWN,
    CANCEL_SENT,
    CANCEL_REFUSED,
    /** An answer is missing, ambiguous or contradicts another. */
    DOUBTED,
    FILLED,
    CANCELLED,
    EXPIRED,
    /** Refused, or never arrived. */
    REJECTED;

    /** The state that follows, empty when this cannot happen to an order in that state. */
    public Optional<OrderStage> after(OrderStage stage) {
        return Optional.ofNullable(
                switch (stage) {
                    case NEW -> this == SENT ? OrderStage.SENT : this == SHOWN ? OrderStage.OPEN : null;
                    case SENT, UNKNOWN -> inDoubt();
                    case OPEN -> this == CANCEL_SENT ? OrderStage.PENDING_CANCEL : resting();
                    case PENDING_CANCEL -> this == CANCEL_REFUSED ? OrderStage.OPEN : resting();
                    // Believed finished, and it rests all the same.
                    case FILLED, CANCELLED, EXPIRED, REJECTED -> this == SHOWN ? OrderStage.OPEN : null;
                });
    }

    private @Nullable OrderStage inDoubt() {
        return switch (this) {
            case SHOWN -> OrderStage.OPEN;
            case REJECTED -> OrderStage.REJECTED;
            case SENT, CANCEL_SENT, CANCEL_REFUSED -> null;
            case DOUBTED, FILLED, CANCELLED, EXPIRED -> resting();
        };
    }

    private @Nullable OrderStage resting() {
        return switch (this) {
            case DOUBTED -> OrderStage.UNKNOWN;
            case FILLED -> OrderStage.FILLED;
            case CANCELLED -> OrderStage.CANCELLED;
            case EXPIRED -> OrderStage.EXPIRED;
            case SENT, SHOWN, CANCEL_SENT, CANCEL_REFUSED, REJECTED -> null;
        };
    }
}
