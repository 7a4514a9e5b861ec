package makerdeck.strategy.parameters;

/** Which way a parameter raises what the desk may do, hold or lose. */
public enum RiskDirection {
    /** Neither way. */
    NONE,
    /** On: the desk then trades by itself. */
    ARMING,
    /** Off: a protection is gone. */
    BARING,
    /** A guard off, or one that widens later. */
    UNGUARDING,
    /** A fee below the one before, {@code auto} as what it stands for; while that is not known, it may be any. */
    CHEAPER,
    /** From never: what is lent may then pay for orders. */
    REDEEMING,
    /** A limit: up, away, or so wide that it never holds. */
    LOOSER,
    /** What rests on one side at once is doubled, or more. */
    LARGER,
    /** Either way, as soon as it has the desk trade: by itself, to the target. */
    FIRING,
    /** As {@link #FIRING}; and very far off is a digit too many more often than a plan. */
    FIRING_OR_FAR,
    /** Narrower, with nothing that holds the fees' floor. */
    NARROWER,
    /** Sooner, or at all: a halted desk goes on by itself. */
    RESUMING,
    /** Later or never over: a desk that has finished quotes again. */
    LONGER
}
