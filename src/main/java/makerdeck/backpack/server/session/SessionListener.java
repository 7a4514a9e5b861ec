package makerdeck.backpack.server.session;

/** Hears how a replay goes, on the thread of the session; must not block. */
public interface SessionListener {

    /** Somebody asked for what the session does not have. */
    void notInSession(String what);

    /** All of it has been told. */
    void over(Tally tally);

    /**
     * What has come of a replay so far.
     *
     * @param frames that were due
     * @param orders of the session, of which so many were {@code placed} again
     * @param untold frames about orders that were not placed
     * @param strange requests that the session does not have
     */
    record Tally(long frames, long orders, long placed, long untold, long strange) {}
}
