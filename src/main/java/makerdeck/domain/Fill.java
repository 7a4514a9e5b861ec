package makerdeck.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of one of our orders. Its key is (order id, trade id): a self-cross gives two rows
 * with one trade id. Immutable.
 *
 * @param fee in units of {@code feeAsset}; negative when the venue pays us
 * @param feeAsset the asset received: base for a buy, quote for a sell
 */
public record Fill(
        long tradeId,
        String orderId,
        @Nullable ClientId clientId,
        Side side,
        Price price,
        Quantity quantity,
        BigDecimal fee,
        String feeAsset,
        boolean maker,
        Instant at) {}
