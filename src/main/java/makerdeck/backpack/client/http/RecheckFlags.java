package makerdeck.backpack.client.http;

import makerdeck.venue.Refusal;

/** What a refusal has made doubtful and nobody has looked into yet. Client thread only. */
public final class RecheckFlags {

    /** So often may the venue refuse the signature of what it then accepts as a read: more is a matter of the key. */
    private static final int MOST_ACQUITTALS = 3;

    private boolean clock;
    private boolean rules;
    private boolean book;
    private boolean key;
    private int acquittals;

    /** What to tell of a refusal: that the key is wrong takes more than one answer. */
    public ApiRejection raise(ApiRejection why) {
        switch (why.refusal()) {
            case LATE -> clock = true;
            case AUTHENTICATION -> {
                if (!why.isForbidden() && acquittals < MOST_ACQUITTALS) {
                    key = true;
                    return why.as(Refusal.KEY_IN_DOUBT);
                }
            }
            case INVALID_ORDER, PRICE_BAND, VENUE_CLOSED -> rules = true;
            case POST_ONLY_WOULD_TAKE -> book = true;
            case INSUFFICIENT_FUNDS, LENT_OUT, KEY_IN_DOUBT, RATE_LIMIT, BANNED, NOT_THE_VENUE, NOT_SENT, OTHER -> {}
        }
        return why;
    }

    /** The venue has carried out something we signed. */
    void acceptSignature() {
        acquittals = 0;
    }

    /** An unhurried read was taken although something else was refused. */
    public void acquit() {
        acquittals++;
    }

    public void raiseClock() {
        clock = true;
    }

    public boolean takeClock() {
        boolean raised = clock;
        clock = false;
        return raised;
    }

    /** An order was ended as one that would have matched at once: the venue's book is not ours. */
    public void raiseBook() {
        book = true;
    }

    public boolean takeBook() {
        boolean raised = book;
        book = false;
        return raised;
    }

    public boolean takeKey() {
        boolean raised = key;
        key = false;
        return raised;
    }

    public boolean takeRules() {
        boolean raised = rules;
        rules = false;
        return raised;
    }
}
