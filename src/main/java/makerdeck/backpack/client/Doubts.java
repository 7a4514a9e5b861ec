package makerdeck.backpack.client;

/** What a refusal has made doubtful and nobody has looked into yet. Client thread only. */
final class Doubts {

    private boolean clock;
    private boolean rules;

    void raise(Rejection why) {
        clock |= why.isAboutTime();
        rules |= switch (why.refusal()) {
            case INVALID_ORDER, PRICE_BAND, VENUE_CLOSED -> true;
            case POST_ONLY_WOULD_TAKE, INSUFFICIENT_FUNDS, AUTHENTICATION, RATE_LIMIT, NOT_SENT, OTHER -> false;
        };
    }

    void raiseClock() {
        clock = true;
    }

    boolean takeClock() {
        boolean raised = clock;
        clock = false;
        return raised;
    }

    boolean takeRules() {
        boolean raised = rules;
        rules = false;
        return raised;
    }
}
