package makerdeck.simulator.model;

/** What happens when an order would trade with another one of the same account. */
public enum SelfTradePrevention {
    /** The incoming order's remainder expires; the resting one stays. */
    REJECT_TAKER,
    /** The resting order expires; the incoming one goes on. */
    REJECT_MAKER,
    /** Both expire. */
    REJECT_BOTH
}
