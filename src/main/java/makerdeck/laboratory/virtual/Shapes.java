package makerdeck.laboratory.virtual;

import java.time.Instant;
import java.util.Objects;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Order;
import makerdeck.domain.Quantity;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.RejectReason;
import makerdeck.venue.Refusal;

/** The exchange's own shapes as those of the port. */
public final class Shapes {

    private Shapes() {}

    public static Refusal refusal(RejectReason why) {
        return switch (why) {
            case POST_ONLY_WOULD_TAKE -> Refusal.POST_ONLY_WOULD_TAKE;
            case INSUFFICIENT_FUNDS -> Refusal.INSUFFICIENT_FUNDS;
            case LENT, POOL_SHORT -> Refusal.LENT_OUT;
            case PRICE_BAND -> Refusal.PRICE_BAND;
            case MARKET_NOT_OPEN -> Refusal.VENUE_CLOSED;
            default -> Refusal.INVALID_ORDER;
        };
    }

    public static Order order(OrderView view) {
        return new Order(
                Long.toString(view.id()),
                view.clientId(),
                view.side(),
                Objects.requireNonNull(view.price()),
                Objects.requireNonNullElse(view.quantity(), Quantity.ZERO),
                view.executed(),
                view.status(),
                instant(view.createdAtNanos()));
    }

    public static Fill fill(Execution execution, Market rules) {
        return new Fill(
                execution.tradeId(),
                Long.toString(execution.orderId()),
                execution.clientId(),
                execution.side(),
                rules.decimal(execution.price()),
                rules.decimal(execution.quantity()),
                execution.fee(),
                execution.feeAsset(),
                execution.maker(),
                instant(execution.atNanos()));
    }

    /** @param nanos since 1970 */
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    /** Nanoseconds since 1970. */
    public static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }
}
