package makerdeck.simulator.model;

/** How an order names its price. */
public enum OrderType {
    LIMIT,
    MARKET
}
