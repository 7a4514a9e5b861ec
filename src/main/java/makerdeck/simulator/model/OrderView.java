package makerdeck.simulator.model;

import java.math.BigDecimal;
import makerdeck.domain.ClientId;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * An accepted order at one moment. Immutable.
 *
 * @param price null for a market order
 * @param quantity null for a market order by quote quantity
 * @param quoteQuantity null unless the order was given by quote quantity
 * @param executedQuote sum of price times quantity of its fills, in the quote asset
 * @param expiry null unless the exchange ended the order
 * @param createdAtNanos virtual nanoseconds since 1970
 */
public record OrderView(
        long id,
        @Nullable ClientId clientId,
        Side side,
        OrderType type,
        @Nullable Price price,
        @Nullable Quantity quantity,
        @Nullable BigDecimal quoteQuantity,
        Quantity executed,
        BigDecimal executedQuote,
        OrderStatus status,
        TimeInForce timeInForce,
        boolean postOnly,
        SelfTradePrevention selfTradePrevention,
        @Nullable Expiry expiry,
        long createdAtNanos) {}
