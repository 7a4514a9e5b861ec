package makerdeck.simulator;

/** How an order names its price. */
public enum OrderType {
    LIMIT,
    MARKET
}
