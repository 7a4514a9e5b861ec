package makerdeck.engine;

import java.time.Clock;
import makerdeck.domain.OrderStatus;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;

/** The venue says how orders of the account stand. Engine thread only. */
final class OrderEvents {

    private final Clock clock;
    private final ClientIds ids;
    private final OrderTracker tracker;
    private final OrderDesk desk;
    private final Adoption adoption;
    private final Reconciler reconciler;
    private final OrderRefusals refusals;
    private final OtherDesks otherDesks;

    OrderEvents(
            Clock clock,
            ClientIds ids,
            OrderTracker tracker,
            OrderDesk desk,
            Adoption adoption,
            Reconciler reconciler,
            OrderRefusals refusals,
            OtherDesks otherDesks) {
        this.clock = clock;
        this.ids = ids;
        this.tracker = tracker;
        this.desk = desk;
        this.adoption = adoption;
        this.reconciler = reconciler;
        this.refusals = refusals;
        this.otherDesks = otherDesks;
    }

    void on(VenueEvent.OrderChanged event) {
        var id = event.order().clientId();
        if (event.order().status() == OrderStatus.UNCLEAR) {
            reconciler.riddle(event.order(), String.valueOf(event.reason()));
        }
        if (id == null || !ids.isOurs(id)) {
            reconciler.external(event.order());
            otherDesks.watch();
            return;
        }
        var known = tracker.find(id);
        if (known.isPresent()) {
            seen(known.get(), event);
        } else if (event.order().status().isOpen()) {
            adoption.adopt(event.order(), id, clock.instant());
        }
        desk.sweep();
    }

    void on(VenueEvent.OpenOrdersRead event) {
        reconciler.on(event);
        otherDesks.watch();
    }

    private void seen(OwnOrder order, VenueEvent.OrderChanged event) {
        var reason = event.reason();
        tracker.seen(order, event.order(), event.at(), clock.instant(), reason == null ? "" : reason);
        if (reason != null && isPostOnly(reason)) {
            refusals.refused(order, Refusal.POST_ONLY_WOULD_TAKE, Words.say("engine.refused.post-only"));
        } else if (reason != null && Lending.isRefusal(reason)) {
            refusals.refused(order, Refusal.LENT_OUT, reason);
        }
    }

    /** The venue spells its reasons in more than one way. */
    private static boolean isPostOnly(String reason) {
        return reason.replace("_", "").equalsIgnoreCase("PostOnlyTaker");
    }
}
