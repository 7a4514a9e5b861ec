package makerdeck.engine.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Book;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.strategy.quoting.RestingQuote;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The life of each of our orders, from what the venue says and nothing else. An order whose fate is
 * not known stays UNKNOWN until there is evidence, and counts as if it rested.
 *
 * <p>Engine thread only.
 */
public final class OrderTracker {

    /** How long a request with an order stays valid at the venue. */
    static final Duration WINDOW = Duration.ofMillis(2000);

    /** The window begins when the request is sent, at most a second late; one more second for the clocks. */
    static final Duration SETTLES_IN = WINDOW.plusSeconds(2);

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    /** Told of every change of state, in order. */
    public interface Changes {
        void changed(ManagedOrder order, OrderStage before, @Nullable Message reason);
    }

    private static final Duration FORGETS_EVERY = Duration.ofSeconds(10);

    private final Changes changes;
    private final Map<ClientId, ManagedOrder> orders = new LinkedHashMap<>();
    private final LiveOrders live = new LiveOrders();
    private final AwaitedFills awaited = new AwaitedFills();
    private final StaleOwnLiquidity stale = new StaleOwnLiquidity();
    private final QueuePositions queues = new QueuePositions();

    private Instant forgetDue = Instant.MIN;

    public OrderTracker(Changes changes) {
        this.changes = changes;
    }

    /** Orders that rest or may come to rest, oldest first. */
    public List<ManagedOrder> live() {
        return live.list();
    }

    /** The same as the strategy sees them. */
    public List<RestingQuote> lives(Instant now) {
        return live.resting(now);
    }

    /** What the venue has spoken of and no fill has come for. */
    public AwaitedFills awaited() {
        return awaited;
    }

    /** A book without what of ours has left and it may still show. */
    public Book withoutStale(Book book, Instant now) {
        return stale.without(book, live(), now);
    }

    /** Every order that is remembered, the finished ones of the last minutes among them. */
    public Collection<ManagedOrder> all() {
        return orders.values();
    }

    public Optional<ManagedOrder> find(ClientId id) {
        return Optional.ofNullable(orders.get(id));
    }

    public ManagedOrder sent(NewOrder terms, OrderPurpose purpose, int layer, int generation, Instant now) {
        var order = new ManagedOrder(terms, purpose, layer, generation, now);
        orders.put(terms.clientId(), order);
        move(order, OrderEvent.SENT, now, null);
        return order;
    }

    /** It has to go as soon as it can be named to the venue. */
    public void unwanted(ManagedOrder order) {
        order.unwanted(true);
    }

    /** A plan of the desk keeps it as one of its own. */
    public void kept(ManagedOrder order, int layer, int generation) {
        order.layer(layer);
        order.generation(generation);
    }

    /** A listing shows something that is or may be it. */
    public void listed(ManagedOrder order) {
        order.absence().listed();
    }

    /** An open order that a listing, asked for at {@code asked}, does not show: in doubt when it is not the first. */
    public void notListed(ManagedOrder order, Instant asked, Instant now) {
        if (order.absence().missed(asked, now)) {
            missing(order, now);
        }
    }

    /** The market's book is another. */
    public void bookMoved(Book book) {
        queues.moved(book, live.list());
    }

    public void cancelSent(ManagedOrder order, Instant now) {
        order.cancelAskedAt(now);
        move(order, OrderEvent.CANCEL_SENT, now, null);
    }

    /**
     * Takes in an order of ours that no plan of this desk asked for; it has to go.
     *
     * @param executed what of its executions is in the books already, or belongs to other books
     */
    public ManagedOrder adopt(Order seen, ClientId id, BigDecimal executed, Market rules, Instant now) {
        var order = ManagedOrder.adopted(seen, id, executed, rules, now);
        orders.put(id, order);
        move(order, OrderEvent.SHOWN, now, Message.of("engine.evidence.found"));
        return order;
    }

    /** What the venue says about one order, from whichever channel. {@code asOf}: not older than this. */
    public void seen(ManagedOrder order, Order seen, Instant asOf, Instant now, @Nullable Message reason) {
        known(order, seen, now);
        if (seen.status().isOver()) {
            order.fills().ended();
        }
        switch (seen.status()) {
            case NEW, PARTIALLY_FILLED, DORMANT, UNCLEAR -> seenOpen(order, asOf, now);
            case FILLED -> finish(order, OrderEvent.FILLED, now, reason);
            case CANCELLED -> finish(order, OrderEvent.CANCELLED, now, reason);
            case EXPIRED -> finish(order, OrderEvent.EXPIRED, now, reason);
        }
        shown(order, now);
    }

    /** What is known of an order whatever its state: that the venue has it, and what of it has executed. */
    void known(ManagedOrder order, Order seen, Instant now) {
        order.orderId(seen.id());
        order.fills().told(seen.filled(), now);
        if (order.acceptedAt() == null) {
            order.acceptedAt(now);
        }
    }

    private void seenOpen(ManagedOrder order, Instant asOf, Instant now) {
        switch (order.stage()) {
            case NEW, SENT -> move(order, OrderEvent.SHOWN, now, null);
            case UNKNOWN -> {
                if (order.cancelAskedAt() == null || asOf.isAfter(order.since())) {
                    order.absence().clear();
                    move(order, OrderEvent.SHOWN, now, Message.of("engine.evidence.found"));
                }
            }
            case REJECTED -> revive(order, now);
            case FILLED, CANCELLED, EXPIRED -> {
                if (Duration.between(order.since(), asOf).compareTo(WINDOW) > 0) {
                    revive(order, now);
                }
            }
            case OPEN, PENDING_CANCEL -> order.absence().clear();
        }
    }

    /** It was believed finished and rests all the same: it has to go. */
    private void revive(ManagedOrder order, Instant now) {
        order.unwanted(true);
        order.absence().clear();
        move(order, OrderEvent.SHOWN, now, Message.of("engine.evidence.rests-after-all"));
    }

    /** Books what a fill executed. The caller has made sure that it is booked once only. */
    public void filled(ManagedOrder order, Fill fill, BigDecimal cumulative, Market rules, Instant now) {
        order.orderId(fill.orderId());
        order.fills().book(fill, cumulative, rules, now);
        if (order.acceptedAt() == null) {
            order.acceptedAt(now);
        }
        if (order.filled().compareTo(order.terms().quantity()) >= 0) {
            finish(order, OrderEvent.FILLED, now, null);
        } else if (order.stage() == OrderStage.SENT || order.stage() == OrderStage.REJECTED) {
            seenOpen(order, now, now);
        } else {
            order.step(now, null);
        }
        shown(order, now);
    }

    /**
     * Every fill known to the venue when it was {@code asked} is booked.
     *
     * @return the orders whose executions are no longer waited for, because none came in two such readings
     */
    public List<ManagedOrder> fillsRead(Instant asked, Instant now) {
        var given = awaited.read(asked);
        given.forEach(order -> shown(order, now));
        return given;
    }

    public void on(VenueEvent.PlaceRefused event, ManagedOrder order, Instant now) {
        if (order.stage() == OrderStage.SENT || (order.stage() == OrderStage.UNKNOWN && order.orderId() == null)) {
            finish(order, OrderEvent.REJECTED, now, event.message());
        } else if (order.isLive()) {
            doubt(order, now, now, Message.of("engine.evidence.refused-later", event.message()));
        }
    }

    public void on(VenueEvent.PlaceUnknown event, ManagedOrder order, Instant now) {
        if (order.stage() == OrderStage.SENT) {
            doubt(order, order.sentAt().plus(SETTLES_IN), now, event.reason());
        }
    }

    public void on(VenueEvent.CancelRefused event, ManagedOrder order, Instant now) {
        if (order.stage() != OrderStage.PENDING_CANCEL) {
            return;
        }
        if (event.notOpen()) {
            doubt(order, now, now, Message.of("engine.evidence.not-open"));
            return;
        }
        order.cancelsRefused(order.cancelsRefused() + 1);
        order.unwanted(true);
        move(order, OrderEvent.CANCEL_REFUSED, now, Message.of("engine.evidence.cancel-refused", event.message()));
    }

    public void on(VenueEvent.CancelUnknown event, ManagedOrder order, Instant now) {
        if (order.stage() == OrderStage.PENDING_CANCEL) {
            order.unwanted(true);
            doubt(order, now.plus(SETTLES_IN), now, event.reason());
        }
    }

    /** An open order that a listing does not show: find out by name. */
    public void missing(ManagedOrder order, Instant now) {
        doubt(order, now, now, Message.of("engine.evidence.not-listed"));
    }

    /** A clean reading, asked for at {@code asked}, has not shown it anywhere; two, {@code apart}, prove that it is gone. */
    void noTrace(ManagedOrder order, Instant asked, Duration apart, Instant now) {
        if (order.absence().isProved(asked, apart)) {
            absent(order, now);
        }
    }

    /** Two clean readings, far enough apart, have not shown it anywhere. */
    void absent(ManagedOrder order, Instant now) {
        if (order.acceptedAt() == null && order.booked().isZero()) {
            finish(order, OrderEvent.REJECTED, now, Message.of("engine.evidence.never-reached"));
        } else if (order.booked().compareTo(order.terms().quantity()) >= 0) {
            finish(order, OrderEvent.FILLED, now, null);
        } else {
            finish(order, OrderEvent.CANCELLED, now, Message.of("engine.evidence.gone"));
        }
    }

    /** Orders without any answer become UNKNOWN; orders long finished are forgotten. */
    public void tick(Instant now) {
        for (var order : live()) {
            var waiting = order.stage() == OrderStage.SENT || order.stage() == OrderStage.PENDING_CANCEL;
            if (waiting && Duration.between(order.since(), now).compareTo(ANSWER_LIMIT) > 0) {
                doubt(order, now, now, Message.of("engine.evidence.no-answer", ANSWER_LIMIT.toSeconds()));
            }
        }
        if (!now.isBefore(forgetDue)) {
            forgetDue = now.plus(FORGETS_EVERY);
            orders.values().removeIf(order -> isOld(order, now));
        }
    }

    private static boolean isOld(ManagedOrder order, Instant now) {
        return order.stage().isFinal()
                && order.isSettled()
                && Duration.between(order.since(), now).compareTo(REMEMBERED) > 0;
    }

    private void doubt(ManagedOrder order, Instant absenceCountsFrom, Instant now, Message reason) {
        order.absence().doubted(absenceCountsFrom);
        move(order, OrderEvent.DOUBTED, now, reason);
    }

    private void finish(ManagedOrder order, OrderEvent end, Instant now, @Nullable Message reason) {
        if (!order.stage().isFinal()) {
            order.absence().clear();
            move(order, end, now, reason);
        }
    }

    private void move(ManagedOrder order, OrderEvent event, Instant now, @Nullable Message reason) {
        var before = order.stage();
        var next = event.after(before);
        if (next.isEmpty()) {
            Logger.error("refused: order {} is {} and cannot be {}", order.clientId(), before, event);
            return;
        }
        order.stage(next.get());
        order.since(now);
        order.step(now, reason);
        queues.look(order);
        live.look(order);
        shown(order, now);
        changes.changed(order, before, reason);
    }

    /** The book may show for a moment what is no more. */
    private void shown(ManagedOrder order, Instant now) {
        var remaining = order.remaining();
        if (order.acceptedAt() != null && remaining.compareTo(order.shown()) < 0) {
            stale.left(order, order.shown().minus(remaining), now);
        }
        order.shown(remaining);
        awaited.look(order);
    }
}
