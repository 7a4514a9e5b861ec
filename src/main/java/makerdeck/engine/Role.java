package makerdeck.engine;

/** What an order is for. */
enum Role {
    QUOTE,
    REBALANCE,
    /** Ours by its tag, but not of this plan: found on the venue, to be cancelled. */
    ADOPTED
}
