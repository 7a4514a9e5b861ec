package makerdeck.backpack.client;

import makerdeck.venue.Refusal;

/** What a refusal has made doubtful and nobody has looked into yet. Client thread only. */
final class Doubts {

    /** So many late requests in a row are bad luck or a clock that has stepped; more are a fault of ours. */
    private static final int PATIENCE = 3;

    private boolean clock;
    private boolean rules;
    private boolean book;
    private int lateInARow;

    /** What to tell of a refusal: a request that came too late is at first no question of keys. */
    Rejection raise(Rejection why) {
        if (why.isAboutTime()) {
            clock = true;
            lateInARow++;
            return lateInARow > PATIENCE ? why : why.as(Refusal.OTHER);
        }
        book |= why.refusal() == Refusal.POST_ONLY_WOULD_TAKE;
        rules |= switch (why.refusal()) {
            case INVALID_ORDER, PRICE_BAND, VENUE_CLOSED -> true;
            case POST_ONLY_WOULD_TAKE,
                    INSUFFICIENT_FUNDS,
                    LENT_OUT,
                    AUTHENTICATION,
                    RATE_LIMIT,
                    BANNED,
                    NOT_THE_VENUE,
                    NOT_SENT,
                    OTHER -> false;
        };
        return why;
    }

    /** The venue has taken something we signed. */
    void acceptSignature() {
        lateInARow = 0;
    }

    void raiseClock() {
        clock = true;
    }

    boolean takeClock() {
        boolean raised = clock;
        clock = false;
        return raised;
    }

    /** An order was ended as one that would have matched at once: the venue's book is not ours. */
    void raiseBook() {
        book = true;
    }

    boolean takeBook() {
        boolean raised = book;
        book = false;
        return raised;
    }

    boolean takeRules() {
        boolean raised = rules;
        rules = false;
        return raised;
    }
}
