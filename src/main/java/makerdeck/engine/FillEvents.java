package makerdeck.engine;

import java.time.Clock;
import makerdeck.snapshot.Severity;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;

/** Executions of the account, by the stream and by reading. Engine thread only. */
final class FillEvents {

    private final Clock clock;
    private final Diary diary;
    private final Riddles riddles;
    private final Bookings bookings;
    private final Reconciler reconciler;
    private final Evidence evidence;

    FillEvents(Clock clock, Diary diary, Riddles riddles, Bookings bookings, Reconciler reconciler, Evidence evidence) {
        this.clock = clock;
        this.diary = diary;
        this.riddles = riddles;
        this.bookings = bookings;
        this.reconciler = reconciler;
        this.evidence = evidence;
    }

    void on(VenueEvent.Filled event) {
        bookings.book(event.fill(), event.cumulative());
    }

    void on(VenueEvent.FillsRead event) {
        if (reconciler.fills().on(event)) {
            reconciler.readOrders();
        }
        for (var odd : event.odd()) {
            if (riddles.isNews(odd)) {
                diary.alert(clock.instant(), Severity.WARN, Words.say("engine.fill.unreadable", odd));
            }
        }
        if (event.odd().isEmpty()) {
            evidence.fillsRead();
        }
    }

    /** Orders of fills that wait were looked up. */
    void on(VenueEvent.OrdersLookedUp event) {
        bookings.on(event);
    }
}
