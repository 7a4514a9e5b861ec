package makerdeck.domain;

/**
 * A limit order we want placed. {@code postOnly} goes with {@link TimeInForce#GTC} alone.
 *
 * @param redeemsLent whether the venue may take back lent funds to pay for it
 */
public record NewOrder(
        ClientId clientId,
        Side side,
        Price price,
        Quantity quantity,
        TimeInForce timeInForce,
        boolean postOnly,
        boolean redeemsLent) {

    public NewOrder {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("order quantity must be positive, was 0");
        }
        if (postOnly && timeInForce != TimeInForce.GTC) {
            throw new IllegalArgumentException("post-only needs GTC, was " + timeInForce);
        }
    }

    /** An order that is paid with what is not lent. */
    public NewOrder(
            ClientId clientId, Side side, Price price, Quantity quantity, TimeInForce timeInForce, boolean postOnly) {
        this(clientId, side, price, quantity, timeInForce, postOnly, false);
    }

    /** The same order, which may take back lent funds to pay for itself or may not. */
    public NewOrder redeeming(boolean may) {
        return new NewOrder(clientId, side, price, quantity, timeInForce, postOnly, may);
    }

    /** A post-only maker order that rests until cancelled. */
    public static NewOrder maker(ClientId clientId, Side side, Price price, Quantity quantity) {
        return new NewOrder(clientId, side, price, quantity, TimeInForce.GTC, true);
    }

    /** A taker order that fills at once up to its price and never rests. */
    public static NewOrder taker(ClientId clientId, Side side, Price price, Quantity quantity) {
        return new NewOrder(clientId, side, price, quantity, TimeInForce.IOC, false);
    }
}
