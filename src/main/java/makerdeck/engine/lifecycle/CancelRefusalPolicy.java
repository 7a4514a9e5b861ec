package makerdeck.engine.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import makerdeck.domain.ClientId;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.message.Message;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;

/** What is done about orders that the venue would not cancel. Engine thread only. */
public final class CancelRefusalPolicy {

    private static final int CANCELS_REFUSED = 3;

    /** A question whether an order rests, and the refusal it is about. */
    private record Lookup(Instant at, Message message) {}

    private final Clock clock;
    private final Venue venue;
    private final OrderTracker tracker;
    private final VenueLockout lockout;
    private final HaltSwitch haltSwitch;
    private final Map<ClientId, Lookup> lookups = new HashMap<>();

    public CancelRefusalPolicy(
            Clock clock, Venue venue, OrderTracker tracker, VenueLockout lockout, HaltSwitch haltSwitch) {
        this.clock = clock;
        this.venue = venue;
        this.tracker = tracker;
        this.lockout = lockout;
        this.haltSwitch = haltSwitch;
    }

    /** An order could not be cancelled. Before that stops the desk, the venue is asked whether the order rests at all. */
    public void refused(ManagedOrder order, VenueEvent.CancelRefused event) {
        var counts = !event.notOpen() && !lockout.lockedOut(event.refusal(), event.message());
        if (counts && !OrderRefusalPolicy.isOfTheVenue(event.refusal()) && order.cancelsRefused() >= CANCELS_REFUSED) {
            lookups.keySet()
                    .removeIf(
                            id -> tracker.find(id).filter(ManagedOrder::isLive).isEmpty());
            lookups.put(order.clientId(), new Lookup(clock.instant(), event.message()));
            venue.readOrder(order.clientId());
        }
    }

    /** What the venue shows of an order that it would not cancel: one that rests halts the desk, one that is gone is sought. */
    public void lookedUp(VenueEvent.OrderRead event) {
        var lookup = lookups.get(event.clientId());
        if (lookup == null || event.asked().isBefore(lookup.at())) {
            return;
        }
        lookups.remove(event.clientId());
        tracker.find(event.clientId()).filter(ManagedOrder::isLive).ifPresent(order -> {
            if (event.order().isEmpty()) {
                tracker.missing(order, clock.instant());
            } else if (event.order().get().status().isOpen()) {
                haltSwitch.halt(
                        HaltSwitch.Cause.CANCELS,
                        Message.of(
                                "engine.halt.cancels-refused", order.tag(), order.cancelsRefused(), lookup.message()));
            }
        });
    }
}
