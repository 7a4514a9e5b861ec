package makerdeck.simulator.model;

import java.math.BigDecimal;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * An order as somebody asks for it: any decimals are allowed here, the exchange judges them.
 *
 * @param price null for a market order
 * @param quantity in base units; null for a market order by quote quantity
 * @param quoteQuantity market orders only: a bid spends, an ask receives at most this much; ignored
 *     when {@code quantity} is given
 * @param redeemsLent whether lent funds may be taken back to pay for it
 */
public record OrderRequest(
        Side side,
        OrderType type,
        @Nullable BigDecimal price,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal quoteQuantity,
        @Nullable ClientId clientId,
        TimeInForce timeInForce,
        boolean postOnly,
        SelfTradePrevention selfTradePrevention,
        boolean redeemsLent) {

    /** An order that is paid with what is not lent. */
    public OrderRequest(
            Side side,
            OrderType type,
            @Nullable BigDecimal price,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal quoteQuantity,
            @Nullable ClientId clientId,
            TimeInForce timeInForce,
            boolean postOnly,
            SelfTradePrevention selfTradePrevention) {
        this(side, type, price, quantity, quoteQuantity, clientId, timeInForce, postOnly, selfTradePrevention, false);
    }

    /** A limit order that rests until cancelled and may take. */
    public static OrderRequest limit(Side side, BigDecimal price, BigDecimal quantity) {
        return plain(side, OrderType.LIMIT, price, quantity, null);
    }

    /** A market order by base quantity. */
    public static OrderRequest market(Side side, BigDecimal quantity) {
        return plain(side, OrderType.MARKET, null, quantity, null);
    }

    /** A market order by quote quantity. */
    public static OrderRequest marketByQuote(Side side, BigDecimal quoteQuantity) {
        return plain(side, OrderType.MARKET, null, null, quoteQuantity);
    }

    private static OrderRequest plain(
            Side side,
            OrderType type,
            @Nullable BigDecimal price,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal quoteQuantity) {
        return new OrderRequest(
                side,
                type,
                price,
                quantity,
                quoteQuantity,
                null,
                TimeInForce.GTC,
                false,
                SelfTradePrevention.REJECT_TAKER);
    }

    public OrderRequest with(ClientId id) {
        return with(id, timeInForce, postOnly, selfTradePrevention, redeemsLent);
    }

    public OrderRequest with(TimeInForce lifetime) {
        return with(clientId, lifetime, postOnly, selfTradePrevention, redeemsLent);
    }

    public OrderRequest with(SelfTradePrevention prevention) {
        return with(clientId, timeInForce, postOnly, prevention, redeemsLent);
    }

    /** The same order, refused if it would take. */
    public OrderRequest makerOnly() {
        return with(clientId, timeInForce, true, selfTradePrevention, redeemsLent);
    }

    /** The same order, which may take back lent funds to pay for itself or may not. */
    public OrderRequest redeeming(boolean may) {
        return with(clientId, timeInForce, postOnly, selfTradePrevention, may);
    }

    private OrderRequest with(
            @Nullable ClientId id,
            TimeInForce lifetime,
            boolean makerOnly,
            SelfTradePrevention prevention,
            boolean redeems) {
        return new OrderRequest(
                side, type, price, quantity, quoteQuantity, id, lifetime, makerOnly, prevention, redeems);
    }
}
