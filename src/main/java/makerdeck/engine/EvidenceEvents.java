package makerdeck.engine;

import makerdeck.venue.VenueEvent;

/** What was asked about single orders is answered. Engine thread only. */
final class EvidenceEvents {

    private final Evidence evidence;
    private final FillDoubts doubts;
    private final CancelRefusals cancels;
    private final OrderDesk desk;

    EvidenceEvents(Evidence evidence, FillDoubts doubts, CancelRefusals cancels, OrderDesk desk) {
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
