package makerdeck.simulator;

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
public record Ticket(
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
    public Ticket(
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
    public static Ticket limit(Side side, BigDecimal price, BigDecimal quantity) {
        return new Ticket(
                side,
                OrderType.LIMIT,
                price,
                quantity,
                null,
                null,
                TimeInForce.GTC,
                false,
                SelfTradePrevention.REJECT_TAKER);
    }

    /** A market order by base quantity. */
    public static Ticket market(Side side, BigDecimal quantity) {
        return new Ticket(
                side,
                OrderType.MARKET,
                null,
                quantity,
                null,
                null,
                TimeInForce.GTC,
                false,
                SelfTradePrevention.REJECT_TAKER);
    }

    /** A market order by quote quantity. */
    public static Ticket marketByQuote(Side side, BigDecimal quoteQuantity) {
        return new Ticket(
                side,
                OrderType.MARKET,
                null,
                null,
                quoteQuantity,
                null,
                TimeInForce.GTC,
                false,
                SelfTradePrevention.REJECT_TAKER);
    }

    public Ticket with(ClientId id) {
        return new Ticket(
                side,
                type,
                price,
                quantity,
                quoteQuantity,
                id,
                timeInForce,
                postOnly,
                selfTradePrevention,
                redeemsLent);
    }

    public Ticket with(TimeInForce lifetime) {
        return new Ticket(
                side,
                type,
                price,
                quantity,
                quoteQuantity,
                clientId,
                lifetime,
                postOnly,
                selfTradePrevention,
                redeemsLent);
    }

    public Ticket with(SelfTradePrevention prevention) {
        return new Ticket(
                side, type, price, quantity, quoteQuantity, clientId, timeInForce, postOnly, prevention, redeemsLent);
    }

    /** The same order, refused if it would take. */
    public Ticket makerOnly() {
        return new Ticket(
                side,
                type,
                price,
                quantity,
                quoteQuantity,
                clientId,
                timeInForce,
                true,
                selfTradePrevention,
                redeemsLent);
    }

    /** The same order, which may take back lent funds to pay for itself or may not. */
    public Ticket redeeming(boolean may) {
        return new Ticket(
                side, type, price, quantity, quoteQuantity, clientId, timeInForce, postOnly, selfTradePrevention, may);
    }
}
