package makerdeck.engine;

import makerdeck.engine.books.FillDoubts;
import makerdeck.engine.execution.OrderGateway;
import makerdeck.engine.lifecycle.CancelRefusalPolicy;
import makerdeck.engine.orders.UnknownOrderResolver;
import makerdeck.venue.VenueEvent;

/** What was asked about single orders is answered. Engine thread only. */
final class EvidenceEvents {

    private final UnknownOrderResolver resolver;
    private final FillDoubts doubts;
    private final CancelRefusalPolicy cancels;
    private final OrderGateway gateway;

    EvidenceEvents(
            UnknownOrderResolver resolver, FillDoubts doubts, CancelRefusalPolicy cancels, OrderGateway gateway) {
        this.resolver = resolver;
        this.doubts = doubts;
        this.cancels = cancels;
        this.gateway = gateway;
    }

    void on(VenueEvent.OrderRead event) {
        resolver.on(event);
        doubts.on(event);
        cancels.lookedUp(event);
        gateway.sweep();
    }

    void on(VenueEvent.HistoryRead event) {
        resolver.on(event);
        doubts.on(event);
    }
}
