package makerdeck.domain;

/** How long an order lives. */
public enum TimeInForce {
    /** Until cancelled. */
    GTC,
    /** Immediate or cancel: what does not fill at once expires. */
    IOC,
    /** Fill or kill: all at once or nothing. */
    FOK
}
