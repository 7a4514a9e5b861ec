package makerdeck.console.history;

/** What a point remembers of its step of time. */
public enum Measure {
    /** Lowest mid. */
    LOW,
    /** Highest mid. */
    HIGH,
    /** The last mid. */
    MID,
    /** Our bid nearest the mid. */
    BID,
    /** Our ask nearest the mid. */
    ASK,
    /** Share of the base asset in %. */
    RATIO,
    /** Value of the account in the quote asset. */
    EQUITY,
    /** Price of a fill of a bid. */
    BOUGHT,
    /** Price of a fill of an ask. */
    SOLD
}
