package makerdeck.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The furthest that orders of a market may go, null where the venue sets no end. Immutable.
 *
 * @param minPrice lowest price of an order; need not be a multiple of the tick
 * @param maxPrice highest price of an order
 * @param maxQuantity largest order in base units
 */
public record Limits(
        @Nullable BigDecimal minPrice,
        @Nullable BigDecimal maxPrice,
        @Nullable BigDecimal maxQuantity) {

    public static final Limits NONE = new Limits(null, null, null);
}
