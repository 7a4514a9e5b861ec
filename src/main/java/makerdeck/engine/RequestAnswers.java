package makerdeck.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.ClientId;
import makerdeck.engine.lifecycle.CancelRefusalPolicy;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.OrderRefusalPolicy;
import makerdeck.engine.lifecycle.VenueLockout;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.risk.StrayOrderWatch;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import makerdeck.venue.VenueEvent;

/** What became of our requests. Engine thread only. */
final class RequestAnswers {

    private final Clock clock;
    private final EventLog log;
    private final OrderTracker tracker;
    private final StrayOrderWatch strays;
    private final OrderRefusalPolicy orders;
    private final CancelRefusalPolicy cancels;
    private final VenueLockout lockout;

    RequestAnswers(
            Clock clock,
            EventLog log,
            OrderTracker tracker,
            StrayOrderWatch strays,
            OrderRefusalPolicy orders,
            CancelRefusalPolicy cancels,
            VenueLockout lockout) {
        this.clock = clock;
        this.log = log;
        this.tracker = tracker;
        this.strays = strays;
        this.orders = orders;
        this.cancels = cancels;
        this.lockout = lockout;
    }

    /**
     * All of an answer is taken in before anything is done about a part of it.
     *
     * @param others takes in what was not refused
     */
    void on(VenueEvent.PlaceAnswered event, VenueEvent.Listener others) {
        var refused = new ArrayList<VenueEvent.PlaceRefused>();
        for (var each : event.orders()) {
            if (each instanceof VenueEvent.PlaceRefused no) {
                refused.add(no);
            } else {
                each.deliverTo(others);
            }
        }
        refused(refused);
    }

    void refused(List<VenueEvent.PlaceRefused> refused) {
        refused.forEach(no -> find(no.clientId()).ifPresent(order -> tracker.on(no, order, clock.instant())));
        refused.forEach(
                no -> find(no.clientId()).ifPresent(order -> orders.refused(order, no.refusal(), no.message())));
    }

    void on(VenueEvent.PlaceUnknown event) {
        find(event.clientId()).ifPresent(order -> tracker.on(event, order, clock.instant()));
    }

    void on(VenueEvent.CancelRefused event) {
        find(event.clientId()).ifPresent(order -> {
            if (!event.notOpen()) {
                strays.cancelFailed(event.message());
            }
            tracker.on(event, order, clock.instant());
            cancels.refused(order, event);
        });
    }

    void on(VenueEvent.CancelUnknown event) {
        find(event.clientId()).ifPresent(order -> {
            strays.cancelFailed(event.reason());
            tracker.on(event, order, clock.instant());
        });
    }

    void on(VenueEvent.ReadFailed event) {
        log.alert(clock.instant(), Severity.WARN, Message.of("engine.could-not-read", event.what(), event.reason()));
        lockout.lockedOut(event.refusal(), event.reason());
    }

    void on(VenueEvent.Unusable event) {
        lockout.halt(HaltSwitch.Cause.VENUE, event.reason());
    }

    private Optional<ManagedOrder> find(ClientId id) {
        return tracker.find(id);
    }
}
