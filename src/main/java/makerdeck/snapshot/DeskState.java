package makerdeck.snapshot;

/** What the desk is doing. */
public enum DeskState {
    /** Waiting for market, book, balances and a first comparison with the venue. */
    STARTING,
    QUOTING,
    /** It may quote and for a while no quote of either side has been out; the reason says why. */
    UNQUOTED,
    /** By the operator or by a gate; the reason says which. */
    PAUSED,
    /** Only cancels and orders that bring the inventory nearer its target; the reason says why. */
    REDUCE,
    REBALANCING,
    /** The set duration is over; orders are cancelled. */
    FINISHED,
    /** Stopped for safety or by the operator; nothing is sent but cancels. */
    HALTED,
    /** No connection to the venue. */
    DOWN,
    /** Cancelling and verifying before leaving. */
    STOPPING,
    STOPPED
}
