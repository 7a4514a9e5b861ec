package makerdeck.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of one of our orders. Its key is (order id, trade id): a self-cross gives two rows
 * with one trade id. Immutable.
 *
 * @param tradeId the venue's, above zero; negative for an execution the venue gave none, see {@link #nameless}
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
        Instant at) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /**
     * The key of an execution without a trade id: the same order, millisecond, price and quantity make the same one,
     * in every life of the desk.
     */
    public static long nameless(String orderId, Instant at, BigDecimal price, BigDecimal quantity) {
        var parts = List.of(
                orderId,
                String.valueOf(at.toEpochMilli()),
                price.stripTrailingZeros().toPlainString(),
                quantity.stripTrailingZeros().toPlainString());
        long hash = FNV_OFFSET;
        for (char c : String.join("|", parts).toCharArray()) {
            hash = (hash ^ c) * FNV_PRIME;
        }
        return hash | Long.MIN_VALUE;
    }

    /** Whether the venue has given it no trade id. */
    public boolean isNameless() {
        return tradeId < 0;
    }
}
