package makerdeck.snapshot;

/** Whose money is at stake. */
public enum Mode {
    /** The embedded venue with market agents: nobody's. */
    SIM,
    /** The embedded venue on a recorded feed: nobody's. */
    REPLAY,
    /** The embedded venue on the real market's public streams: nobody's. */
    PAPER,
    /** A venue on this machine, named by address: nobody's. */
    TEST,
    /** The real exchange. */
    LIVE;

    /** Whether the operator's own money is at stake. */
    public boolean isRealMoney() {
        return this == LIVE;
    }

    /** Whether the venue goes on when the desk has ended, and orders left there with it. */
    public boolean venueLivesOn() {
        return this == LIVE || this == TEST;
    }
}
