package makerdeck.simulator.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import makerdeck.domain.ClientId;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.simulator.faults.Fault;
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

    /** What an account's streams make of it while these things go wrong. */
    public List<Execution> told(Predicate<Fault> wrong) {
        if (wrong.test(Fault.FILLS_MISSING)) {
            return List.of();
        }
        var first = wrong.test(Fault.FILLS_OVERSIZED) ? oversized() : this;
        return wrong.test(Fault.FILLS_RENUMBERED) ? List.of(first, renumbered()) : List.of(first);
    }

    /** The same, told as far more than any order asked for. */
    private Execution oversized() {
        var much = new Quantity(Math.multiplyExact(quantity.steps(), TOO_OFTEN));
        return new Execution(tradeId, orderId, clientId, side, type, price, much, fee, feeAsset, maker, atNanos);
    }

    /** The same, told as if it were another. */
    private Execution renumbered() {
        return new Execution(
                tradeId + OTHER_NUMBERS, orderId, clientId, side, type, price, quantity, fee, feeAsset, maker, atNanos);
    }
}
