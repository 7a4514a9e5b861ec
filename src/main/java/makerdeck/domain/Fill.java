package makerdeck.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of one of our orders. Its key is (order id, trade id): a self-cross gives two rows
 * with one trade id. Immutable.
 *
 * @param price as the venue told it, whatever grid the market has meanwhile
 * @param quantity in base units, as the venue told it
 * @param fee in units of {@code feeAsset}; negative when the venue pays us
 * @param feeAsset the asset received: base for a buy, quote for a sell
 */
public record Fill(
        long tradeId,
        String orderId,
        @Nullable ClientId clientId,
        Side side,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal fee,
        String feeAsset,
        boolean maker,
        Instant at) {}
