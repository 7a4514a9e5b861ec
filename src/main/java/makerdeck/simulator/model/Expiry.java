package makerdeck.simulator.model;

/** Why the exchange itself ended an order. */
public enum Expiry {
    /** The remainder of an {@code IOC} order. */
    IMMEDIATE_OR_CANCEL,
    /** The remainder of a market order that emptied the other side. */
    INSUFFICIENT_LIQUIDITY,
    /** The remainder of a market order that reached the impact band. */
    PRICE_IMPACT,
    /** It met an order of the same account. */
    SELF_TRADE_PREVENTION
}
