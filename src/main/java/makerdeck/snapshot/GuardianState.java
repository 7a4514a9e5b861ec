package makerdeck.snapshot;

/** How the guardian does, which cancels the desk's orders if the desk dies. */
public enum GuardianState {
    /** Left out on request. */
    OFF,
    /** It has not yet proved that it can reach the account. */
    STARTING,
    ON,
    /** It is gone: if the desk were killed now, its orders would stay. */
    LOST
}
