package makerdeck.engine.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import makerdeck.domain.ClientId;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ForeignOrderNews;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.UnreadableOrders;
import makerdeck.engine.risk.TradingGates;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.Severity;
import makerdeck.venue.OddOrder;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/** Compares a listing of all open orders of the account with what we know. Engine thread only. */
public final class OpenOrdersCheck {

    private final EventLog log;
    private final ClientIdAllocator ids;
    private final OrderTracker tracker;
    private final UnreadableOrders unreadable;
    private final OrderAdoption adoption;
    private final ForeignOrderNews foreignNews;
    private final OrderGateway gateway;
    private final TradingGates gates;

    private @Nullable Instant comparedAt;
    private boolean leftovers;

    public OpenOrdersCheck(
            EventLog log,
            ClientIdAllocator ids,
            OrderTracker tracker,
            UnreadableOrders unreadable,
            OrderAdoption adoption,
            ForeignOrderNews foreignNews,
            OrderGateway gateway,
            TradingGates gates) {
        this.log = log;
        this.ids = ids;
        this.tracker = tracker;
        this.unreadable = unreadable;
        this.adoption = adoption;
        this.foreignNews = foreignNews;
        this.gateway = gateway;
        this.gates = gates;
    }

    /** Whether another one is needed soon. */
    boolean isInDoubt(Instant now) {
        return leftovers || unreadable.isOpen(now) || tracker.live().stream().anyMatch(order -> order.isMissed());
    }

    /** When the venue was last asked for the listing that was compared last, null before the first. */
    @Nullable
    Instant comparedAt() {
        return comparedAt;
    }

    /** A listing of all open orders, own and other. */
    void on(VenueEvent.OpenOrdersRead event, Instant now) {
        var shown = new HashSet<ClientId>();
        var foreign = new ArrayList<Order>();
        leftovers = false;
        for (var order : event.orders()) {
            var id = order.clientId();
            if (id != null && ids.isOurs(id)) {
                shown.add(id);
                listed(order, id, event.asked(), now);
            } else if (order.status() != OrderStatus.DORMANT) {
                foreign.add(order);
            }
        }
        unreadable(event, now);
        foreignNews.listed(foreign, event.asked(), now);
        if (event.odd().stream().noneMatch(OddOrder::isAnybodys)) {
            missing(shown, event.asked(), now);
        }
        comparedAt = event.asked();
        gates.compared(event.asked());
        gateway.sweep();
    }

    private void listed(Order seen, ClientId id, Instant asked, Instant now) {
        var known = tracker.find(id);
        if (known.isPresent()) {
            tracker.seen(known.get(), seen, asked, now, null);
        } else {
            adoption.adopt(seen, id, now);
            leftovers = true;
        }
    }

    /** Rows not understood in whole rest all the same; what of them carries our mark and is not known has to go. */
    private void unreadable(VenueEvent.OpenOrdersRead event, Instant now) {
        for (var news : unreadable.listed(event.odd(), event.asked(), now)) {
            log.alertAbout(now, Severity.WARN, Message.of("engine.unreadable-order.alert"), news.trouble());
        }
        for (var odd : unreadable.perhapsOurs(ids, tracker)) {
            if (!odd.isAnybodys()) {
                gateway.cancel(odd);
            }
        }
    }

    /** An order that was open before the question and is not in the answer: asked again, then doubted. */
    private void missing(Set<ClientId> shown, Instant asked, Instant now) {
        for (var order : tracker.live()) {
            var open = order.stage() == OrderStage.OPEN || order.stage() == OrderStage.PENDING_CANCEL;
            if (unreadable.listed().stream().anyMatch(odd -> UnreadableOrders.isSame(odd, order))) {
                tracker.listed(order);
                continue;
            }
            if (!open || shown.contains(order.clientId()) || !order.since().isBefore(asked)) {
                continue;
            }
            tracker.notListed(order, asked, now);
        }
    }

    /** An order of ours or of somebody else's is in a state nobody knows. */
    void heard(Order order, Message what, Instant now) {
        if (unreadable.heard(order.side(), what, now)) {
            log.alertAbout(now, Severity.WARN, Message.of("engine.unreadable-order.alert"), what);
        }
    }

    /** An order that is not this desk's: shown and counted, left alone. */
    void foreign(Order order, Instant now) {
        foreignNews.changed(order, now);
    }
}
