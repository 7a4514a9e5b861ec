package makerdeck.engine;

import makerdeck.engine.books.FillBooking;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.orders.UnknownOrderResolver;
import makerdeck.venue.VenueEvent;

/** Executions of the account, by the stream and by reading. Engine thread only. */
final class FillEvents {

    private final FillBooking booking;
    private final Reconciliation reconciliation;
    private final UnknownOrderResolver resolver;

    FillEvents(FillBooking booking, Reconciliation reconciliation, UnknownOrderResolver resolver) {
        this.booking = booking;
        this.reconciliation = reconciliation;
        this.resolver = resolver;
    }

    void on(VenueEvent.Filled event) {
        booking.book(event.fill(), event.cumulative());
    }

    void on(VenueEvent.FillsRead event) {
        if (reconciliation.fills().on(event)) {
            reconciliation.readOrders();
        }
        if (reconciliation.fills().isWhole(event)) {
            resolver.fillsRead();
        }
    }

    /** Orders of fills that wait were looked up. */
    void on(VenueEvent.OrdersLookedUp event) {
        booking.on(event);
        reconciliation.fills().unread().on(event);
    }
}
