package makerdeck.engine.orders;

/** What an order is for. */
public enum OrderPurpose {
    QUOTE,
    REBALANCE,
    /** Ours by its tag, but not of this plan: found on the venue, to be cancelled. */
    ADOPTED
}
