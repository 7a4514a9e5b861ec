package makerdeck.engine;

import java.time.Instant;
import makerdeck.domain.ClientId;
import makerdeck.domain.Order;
import makerdeck.snapshot.Severity;
import makerdeck.words.Words;

/** Takes in orders of ours that no plan of this desk asked for; they have to go. Engine thread only. */
final class Adoption {

    private final Diary diary;
    private final Facts facts;
    private final OrderTracker tracker;
    private final Bookings bookings;

    Adoption(Diary diary, Facts facts, OrderTracker tracker, Bookings bookings) {
        this.diary = diary;
        this.facts = facts;
        this.tracker = tracker;
        this.bookings = bookings;
    }

    void adopt(Order seen, ClientId id, Instant now) {
        tracker.adopt(seen, id, bookings.booked(seen), facts.market(), now);
        diary.alert(now, Severity.WARN, Words.say("engine.leftover"));
    }
}
