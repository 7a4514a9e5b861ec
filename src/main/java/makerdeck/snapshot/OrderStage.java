package makerdeck.snapshot;

/** Where one of our orders stands, as far as the evidence goes. */
public enum OrderStage {
    NEW,
    SENT,
    OPEN,
    PENDING_CANCEL,
    FILLED,
    CANCELLED,
    EXPIRED,
    REJECTED,
    /** An answer is missing or ambiguous: never sent again, resolved by evidence only. */
    UNKNOWN;

    /** Whether nothing more is expected of it; a late fill is booked all the same. */
    public boolean isFinal() {
        return this == FILLED || this == CANCELLED || this == EXPIRED || this == REJECTED;
    }
}
