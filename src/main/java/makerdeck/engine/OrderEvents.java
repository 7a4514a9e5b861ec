package makerdeck.engine;

import java.time.Clock;
import makerdeck.domain.OrderStatus;
import makerdeck.engine.execution.OrderAdoption;
import makerdeck.engine.execution.OrderGateway;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.lifecycle.GuardianWatch;
import makerdeck.engine.lifecycle.OrderRefusalPolicy;
import makerdeck.engine.lifecycle.OtherDeskWatch;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;

/** The venue says how orders of the account stand. Engine thread only. */
final class OrderEvents {

    private final Clock clock;
    private final ClientIdAllocator ids;
    private final OrderTracker tracker;
    private final OrderGateway gateway;
    private final OrderAdoption adoption;
    private final Reconciliation reconciliation;
    private final OrderRefusalPolicy refusals;
    private final OtherDeskWatch otherDesks;
    private final GuardianWatch guardians;

    OrderEvents(
            Clock clock,
            ClientIdAllocator ids,
            OrderTracker tracker,
            OrderGateway gateway,
            OrderAdoption adoption,
            Reconciliation reconciliation,
            OrderRefusalPolicy refusals,
            OtherDeskWatch otherDesks,
            GuardianWatch guardians) {
        this.clock = clock;
        this.ids = ids;
        this.tracker = tracker;
        this.gateway = gateway;
        this.adoption = adoption;
        this.reconciliation = reconciliation;
        this.refusals = refusals;
        this.otherDesks = otherDesks;
        this.guardians = guardians;
    }

    void on(VenueEvent.OrderChanged event) {
        var id = event.order().clientId();
        if (event.order().status() == OrderStatus.UNCLEAR) {
            reconciliation.unreadable(
                    event.order(), event.reason() == null ? Message.of("engine.unknown") : event.reason());
        }
        if (id == null || !ids.isOurs(id)) {
            reconciliation.foreign(event.order());
            otherDesks.watch();
            return;
        }
        var known = tracker.find(id);
        if (known.isPresent()) {
            seen(known.get(), event);
        } else if (event.order().status().isOpen()) {
            adoption.adopt(event.order(), id, clock.instant());
        }
        gateway.sweep();
    }

    void on(VenueEvent.OpenOrdersRead event) {
        reconciliation.on(event);
        otherDesks.watch();
    }

    private void seen(ManagedOrder order, VenueEvent.OrderChanged event) {
        var reason = event.reason();
        if (event.order().status() == OrderStatus.CANCELLED && order.stage() == OrderStage.OPEN) {
            guardians.cancelledByOthers();
        }
        tracker.seen(order, event.order(), event.at(), clock.instant(), reason);
        if (event.refusal() == Refusal.POST_ONLY_WOULD_TAKE) {
            refusals.refused(order, Refusal.POST_ONLY_WOULD_TAKE, Message.of("engine.refused.post-only"));
        } else if (event.refusal() != null) {
            refusals.refused(order, event.refusal(), reason == null ? Message.plain("") : reason);
        }
    }
}
