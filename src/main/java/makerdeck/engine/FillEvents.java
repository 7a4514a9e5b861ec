package makerdeck.engine;

import makerdeck.engine.books.FillBooking;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.orders.UnknownOrderResolver;
import makerdeck.venue.VenueEvent;

/** Executions of the account, by the stream and by reading. Engine thread only. */
final class FillEvents {

    private final FillBooking bookings;
    private final Reconciliation reconciler;
    private final UnknownOrderResolver evidence;

    FillEvents(FillBooking bookings, Reconciliation reconciler, UnknownOrderResolver evidence) {
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
        if (reconciler.fills().isWhole(event)) {
            evidence.fillsRead();
        }
    }

    /** Orders of fills that wait were looked up. */
    void on(VenueEvent.OrdersLookedUp event) {
        bookings.on(event);
        reconciler.fills().unread().on(event);
    }
}
