package makerdeck.venue;

/** The two kinds of live data a desk depends on. */
public enum Stream {
    /** Depth and trades. */
    PUBLIC,
    /** Own orders and balances. */
    PRIVATE
}
