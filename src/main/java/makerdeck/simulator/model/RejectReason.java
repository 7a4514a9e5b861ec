package makerdeck.simulator.model;

/** Why an order was not accepted. A refused order leaves no trace: no event, no lock, no history. */
public enum RejectReason {
    /** The market's state does not take orders. */
    MARKET_NOT_OPEN,
    /** A limit order without a price. */
    PRICE_MISSING,
    /** Neither quantity nor quote quantity, or a limit order without quantity. */
    QUANTITY_MISSING,
    /** Not a multiple of the tick. */
    PRICE_DECIMALS,
    /** Outside the band around the last active price. */
    PRICE_BAND,
    /** Not a multiple of the step. */
    QUANTITY_DECIMALS,
    /** Below the market's minimum, or a quote quantity that buys less than one step. */
    QUANTITY_BELOW_MINIMUM,
    /** More than this exchange can count. */
    QUANTITY_TOO_LARGE,
    /** Post-only together with a market order, {@code IOC} or {@code FOK}. */
    POST_ONLY_NOT_RESTING,
    /** A post-only order that would match at once. */
    POST_ONLY_WOULD_TAKE,
    /** A fill-or-kill order that cannot fill completely. */
    FOK_UNFILLED,
    /** A market order against an empty side. */
    NO_LIQUIDITY,
    /** More than the account has available. */
    INSUFFICIENT_FUNDS,
    /** What is missing is lent, and the order may not take it back. */
    LENT,
    /** What is missing is lent, and the pool cannot give it back now. */
    POOL_SHORT,
    /** An open order of the account already has this client id. */
    DUPLICATE_CLIENT_ID,
    /** The account has as many open orders as the exchange allows. */
    TOO_MANY_ORDERS
}
