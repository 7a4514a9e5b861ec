package makerdeck.engine;

import java.time.Clock;
import java.time.Instant;
import makerdeck.venue.Venue;

/** What all parts of the engine share: one venue, one set of facts, one set of books. Engine thread only. */
record Core(
        Venue venue,
        Clock clock,
        ClientIds ids,
        Diary diary,
        Facts facts,
        Tuning tuning,
        OrderTracker tracker,
        Externals externals,
        Riddles riddles,
        Ledger ledger,
        Holdings holdings,
        Scribe scribe) {

    Instant now() {
        return clock.instant();
    }
}
