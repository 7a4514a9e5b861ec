package makerdeck.venue;

/** Why a venue refused a request, as far as the desk must react differently. */
public enum Refusal {
    /** A post-only order would have matched at once. */
    POST_ONLY_WOULD_TAKE,
    INSUFFICIENT_FUNDS,
    /** What would pay for it is lent, and the pool does not give it back. */
    LENT_OUT,
    /** Outside the venue's price band. */
    PRICE_BAND,
    /** Off the grid, too small, malformed: the same payload will never pass. */
    INVALID_ORDER,
    /** Key or permission: proved, not guessed. */
    AUTHENTICATION,
    /** The venue calls a request too late: this machine or the way is slow, or a clock is wrong. No question of keys. */
    LATE,
    /** The venue does not recognise our signature, and the client is finding out whether it means it. */
    KEY_IN_DOUBT,
    RATE_LIMIT,
    /** The venue answers nothing from this address for a while. */
    BANNED,
    /** Maintenance, trading paused, market not open. */
    VENUE_CLOSED,
    /** Something in between has answered, a page or nothing: it says nothing about key, order or account. */
    NOT_THE_VENUE,
    /** Not sent at all: our own budget is spent or the desk is closing. */
    NOT_SENT,
    OTHER
}
