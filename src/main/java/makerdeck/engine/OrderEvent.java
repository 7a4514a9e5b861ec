package makerdeck.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can happen to one of our orders, and where that leads from each state: the one table of an order's life. */
enum OrderEvent {
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
    Optional<OrderState> after(OrderState state) {
        return Optional.ofNullable(
                switch (state) {
                    case NEW -> this == SENT ? OrderState.SENT : this == SHOWN ? OrderState.OPEN : null;
                    case SENT, UNKNOWN -> inDoubt();
                    case OPEN -> this == CANCEL_SENT ? OrderState.PENDING_CANCEL : resting();
                    case PENDING_CANCEL -> this == CANCEL_REFUSED ? OrderState.OPEN : resting();
                    // Believed finished, and it rests all the same.
                    case FILLED, CANCELLED, EXPIRED, REJECTED -> this == SHOWN ? OrderState.OPEN : null;
                });
    }

    private @Nullable OrderState inDoubt() {
        return switch (this) {
            case SHOWN -> OrderState.OPEN;
            case REJECTED -> OrderState.REJECTED;
            case SENT, CANCEL_SENT, CANCEL_REFUSED -> null;
            case DOUBTED, FILLED, CANCELLED, EXPIRED -> resting();
        };
    }

    private @Nullable OrderState resting() {
        return switch (this) {
            case DOUBTED -> OrderState.UNKNOWN;
            case FILLED -> OrderState.FILLED;
            case CANCELLED -> OrderState.CANCELLED;
            case EXPIRED -> OrderState.EXPIRED;
            case SENT, SHOWN, CANCEL_SENT, CANCEL_REFUSED, REJECTED -> null;
        };
    }
}
