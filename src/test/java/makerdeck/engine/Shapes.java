package makerdeck.engine;

import java.time.Instant;
import java.util.Objects;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Quantity;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.OrderView;
import makerdeck.venue.Refusal;

/** The exchange's own shapes as those of the port. */
final class Shapes {

    private Shapes() {}

    static Refusal refusal(makerdeck.simulator.model.RejectReason why) {
        return switch (why) {
            case POST_ONLY_WOULD_TAKE -> Refusal.POST_ONLY_WOULD_TAKE;
            case INSUFFICIENT_FUNDS -> Refusal.INSUFFICIENT_FUNDS;
            case LENT, POOL_SHORT -> Refusal.LENT_OUT;
            case PRICE_BAND -> Refusal.PRICE_BAND;
            case MARKET_NOT_OPEN -> Refusal.VENUE_CLOSED;
            default -> Refusal.INVALID_ORDER;
        };
    }

    static Order order(OrderView view) {
        return new Order(
                Long.toString(view.id()),
                view.clientId(),
                view.side(),
                Objects.requireNonNull(view.price()),
                Objects.requireNonNullElse(view.quantity(), Quantity.ZERO),
                view.executed(),
                view.status() == null ? OrderStatus.NEW : view.status(),
                instant(view.createdAtNanos()));
    }

    static Fill fill(Execution execution, Market rules) {
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

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
