package makerdeck.domain;

/** Where the venue says an order stands. */
public enum OrderStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELLED,
    EXPIRED,
    /** Waits for a trigger, or its trigger has failed: it does not rest. */
    DORMANT,
    /** The venue says it in a word nobody knows: it may rest, and nothing else may be concluded. */
    UNCLEAR;

    /** Whether the order can still fill, as far as anybody can tell. */
    public boolean isOpen() {
        return this == NEW || this == PARTIALLY_FILLED || this == UNCLEAR;
    }

    /** Whether nothing more will execute. */
    public boolean isOver() {
        return this == FILLED || this == CANCELLED || this == EXPIRED;
    }
}
