package makerdeck.backpack.client;

import makerdeck.venue.Refusal;

/** What all calls together use and teach. Client thread only. */
record Traffic(RequestBudget budget, Recent roundTrips, Doubts doubts) {

    /** Learns from a refusal and returns what to tell of it. */
    Rejection refused(Rejection why) {
        if (why.refusal() == Refusal.RATE_LIMIT) {
            budget.throttled();
        } else if (why.refusal() == Refusal.BANNED) {
            budget.banned();
        }
        return doubts.raise(why);
    }
}
