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
        long atNanos) {}
