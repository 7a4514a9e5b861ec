package makerdeck.engine;

import makerdeck.engine.books.FillDoubts;
import makerdeck.engine.execution.OrderGateway;
import makerdeck.engine.lifecycle.CancelRefusalPolicy;
import makerdeck.engine.orders.UnknownOrderResolver;
import makerdeck.venue.VenueEvent;

/** What was asked about single orders is answered. Engine thread only. */
final class EvidenceEvents {

    private final UnknownOrderResolver evidence;
    private final FillDoubts doubts;
    private final CancelRefusalPolicy cancels;
    private final OrderGateway desk;

    EvidenceEvents(UnknownOrderResolver evidence, FillDoubts doubts, CancelRefusalPolicy cancels, OrderGateway desk) {
        this.evidence = evidence;
        this.doubts = doubts;
        this.cancels = cancels;
        this.desk = desk;
    }

    void on(VenueEvent.OrderRead event) {
        evidence.on(event);
        doubts.on(event);
        cancels.lookedUp(event);
        desk.sweep();
    }

    void on(VenueEvent.HistoryRead event) {
        evidence.on(event);
        doubts.on(event);
    }
}
