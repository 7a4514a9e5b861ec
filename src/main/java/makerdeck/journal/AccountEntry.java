package makerdeck.journal;

import java.math.BigDecimal;
import java.time.Instant;
import makerdeck.domain.Side;

/** One change of what an account holds, as the journal has it. Immutable. */
public sealed interface AccountEntry {

    /** Whose account, and where. */
    record Desk(String account, String venue, String mode, String symbol, String base, String quote) {}

    Instant at();

    /** Books began: so much was held, of the base asset at such a mid. */
    record Opened(Instant at, BigDecimal base, BigDecimal quote, BigDecimal mid) implements AccountEntry {}

    /**
     * An execution, whoever sent the order.
     *
     * @param role of the order it filled, {@link Entry.FillBooked#EXTERNAL} when it was not the desk's
     * @param fee in {@code feeAsset}, negative when it was paid to us
     */
    record Traded(
            Instant at,
            String orderId,
            long tradeId,
            String role,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            BigDecimal fee,
            String feeAsset,
            boolean maker)
            implements AccountEntry {

        /** In the quote asset. */
        public BigDecimal worth() {
            return price.multiply(quantity);
        }
    }

    /** Came without an execution, or went when negative. */
    record Transferred(Instant at, BigDecimal base, BigDecimal quote, BigDecimal mid) implements AccountEntry {}

    /** The lending pool paid, or was paid when negative. */
    record Earned(Instant at, String key, BigDecimal base, BigDecimal quote, BigDecimal mid) implements AccountEntry {}
}
