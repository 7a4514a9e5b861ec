package makerdeck.engine;

import makerdeck.words.Words;

/** Where one of our orders stands, as far as the evidence goes. */
enum OrderState {
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

    /** In the operator's words. */
    String text() {
        return Words.say("engine.order-state." + Texts.key(this));
    }

    /** Whether nothing more is expected of it; a late fill is booked all the same. */
    boolean isFinal() {
        return this == FILLED || this == CANCELLED || this == EXPIRED || this == REJECTED;
    }
}
