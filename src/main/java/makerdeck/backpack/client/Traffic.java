package makerdeck.backpack.client;

import makerdeck.backpack.client.RequestBudget.Purpose;
import makerdeck.venue.Refusal;

/** What all calls together use and teach. Client thread only. */
record Traffic(RequestBudget budget, Recent roundTrips, Doubts doubts, Detours detours) {

    /** Learns from a refusal and returns what to tell of it. */
    Rejection refused(Rejection why) {
        if (why.refusal() == Refusal.RATE_LIMIT) {
            budget.throttled();
        } else if (why.refusal() == Refusal.BANNED) {
            budget.banned();
        }
        return doubts.raise(why);
    }

    /** Learns from an answer that is not the venue's. */
    void detoured(Purpose purpose, Rejection why) {
        if (!why.isForeign()) {
            return;
        }
        detours.met(purpose, why.message());
        if (why.status() == 429) {
            budget.throttled();
        }
    }
}
