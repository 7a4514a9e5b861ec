package makerdeck.simulator;

import java.math.BigDecimal;
import makerdeck.domain.ClientId;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * One fill of one account's order; its key is (order id, trade id). Immutable.
 *
 * @param fee in {@code feeAsset}; negative is a rebate
 * @param feeAsset the asset received
 * @param atNanos virtual nanoseconds since 1970
 */
public record Execution(
        long tradeId,
        long orderId,
        @Nullable ClientId clientId,
        Side side,
        OrderType type,
        Price price,
        Quantity quantity,
        BigDecimal fee,
        String feeAsset,
        boolean maker,
        long atNanos) {

    private static final long TOO_OFTEN = 5_000;
    private static final long OTHER_NUMBERS = 1_000_000_000_000L;

    /** The same, told as far more than any order asked for. */
    public Execution oversized() {
        var much = new Quantity(Math.multiplyExact(quantity.steps(), TOO_OFTEN));
        return new Execution(tradeId, orderId, clientId, side, type, price, much, fee, feeAsset, maker, atNanos);
    }

    /** The same, told as if it were another. */
    public Execution renumbered() {
        return new Execution(
                tradeId + OTHER_NUMBERS, orderId, clientId, side, type, price, quantity, fee, feeAsset, maker, atNanos);
    }
}
