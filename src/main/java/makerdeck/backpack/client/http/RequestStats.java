package makerdeck.backpack.client.http;

import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.client.http.RequestBudget.Purpose;
import makerdeck.venue.Refusal;

/** What all calls together use and teach. Client thread only. */
public record RequestStats(
        RequestBudget budget, RollingMedian roundTrips, RecheckFlags rechecks, InterceptionBackoff detours) {

    private static final int ROUND_TRIPS = 31;

    /** Of a client that has sent nothing yet. */
    public static RequestStats fresh(BackpackSettings settings, ClientRuntime runtime) {
        return new RequestStats(
                new RequestBudget(settings.requestsPerMinute(), runtime.nanos()),
                new RollingMedian(ROUND_TRIPS, runtime.roundTrips()),
                new RecheckFlags(),
                new InterceptionBackoff(runtime.nanos(), runtime.random()));
    }

    /** Learns from a refusal and returns what to tell of it. */
    ApiRejection refused(ApiRejection why) {
        if (why.refusal() == Refusal.RATE_LIMIT) {
            budget.throttled();
        } else if (why.refusal() == Refusal.BANNED) {
            budget.banned();
        }
        return rechecks.raise(why);
    }

    /** Learns from an answer that is not the venue's. */
    void detoured(Purpose purpose, ApiRejection why) {
        if (!why.isForeign()) {
            return;
        }
        detours.met(purpose, why.message());
        if (why.status() == 429) {
            budget.throttled();
        }
    }
}
