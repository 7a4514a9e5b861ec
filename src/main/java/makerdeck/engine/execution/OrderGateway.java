package makerdeck.engine.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import makerdeck.domain.NewOrder;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderDraft;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.risk.PreTradeLimits;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.venue.OddOrder;
import makerdeck.venue.OrderCancel;
import makerdeck.venue.Venue;
import org.jspecify.annotations.Nullable;

/**
 * The only place where orders are sent and cancelled. Cancels always pass; new orders pass the hard
 * limits, and none passes once it is closed.
 *
 * <p>Engine thread only.
 */
public final class OrderGateway {

    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    private static final int SLOWEST_RETRY = 4;

    private final Venue venue;
    private final Clock clock;
    private final ClientIdAllocator ids;
    private final AccountReading account;
    private final ParameterHistory history;
    private final OrderTracker tracker;
    private final PreTradeLimits limits;
    private final List<OrderCancel> leaving = new ArrayList<>();
    private final List<NewOrder> coming = new ArrayList<>();
    private boolean gathers;
    private boolean closed;
    private long sent;
    private @Nullable Message lastRefusal = null;

    public OrderGateway(
            Venue venue,
            Clock clock,
            ClientIdAllocator ids,
            AccountReading account,
            ParameterHistory history,
            OrderTracker tracker,
            PreTradeLimits limits) {
        this.venue = venue;
        this.clock = clock;
        this.ids = ids;
        this.account = account;
        this.history = history;
        this.tracker = tracker;
        this.limits = limits;
    }

    /** From now on nothing is created. */
    public void close() {
        closed = true;
    }

    /** New orders may be created again. */
    public void reopen() {
        closed = false;
    }

    /** Until {@link #handOver} what is asked for waits, to go to the venue in one go. */
    void gather() {
        gathers = true;
    }

    /** Hands to the venue what waits. */
    void handOver() {
        gathers = false;
        send();
    }

    private void send() {
        if (gathers || leaving.isEmpty() && coming.isEmpty()) {
            return;
        }
        var cancels = List.copyOf(leaving);
        var orders = List.copyOf(coming);
        leaving.clear();
        coming.clear();
        venue.send(cancels, orders);
    }

    /** Sends what the hard limits let through, in one request; tells how many that were. */
    int place(List<OrderDraft> drafts) {
        lastRefusal = null;
        if (closed || drafts.isEmpty() || ids.isWatching()) {
            return 0;
        }
        var now = clock.instant();
        var redeems = account.isLent() && history.parameters().redeems();
        var orders = new ArrayList<NewOrder>();
        for (var draft : drafts) {
            var refusal = limits.refusal(draft, now);
            if (refusal.isPresent()) {
                lastRefusal = refusal.get();
                continue;
            }
            var id = ids.next();
            if (id.isEmpty()) {
                lastRefusal = Message.of("engine.no-order-numbers");
                break;
            }
            var order = draft.order(id.get()).redeeming(redeems);
            tracker.sent(order, draft.purpose(), draft.layer(), history.generation(), now);
            orders.add(order);
        }
        if (!orders.isEmpty()) {
            sent += orders.size();
            coming.addAll(orders);
            send();
        }
        return orders.size();
    }

    /** How many orders were handed to the venue so far. */
    public long sent() {
        return sent;
    }

    /** What the hard limits held back in the last {@link #place}, empty when nothing. */
    Optional<Message> lastRefusal() {
        return Optional.ofNullable(lastRefusal);
    }

    /** Cancels every live order of ours that fits, now or as soon as the venue has accepted it. */
    public void cancelAll(Predicate<ManagedOrder> which) {
        for (var order : tracker.live()) {
            if (which.test(order)) {
                tracker.unwanted(order);
            }
        }
        sweep();
    }

    /** Asks to cancel one order if it can be named and is not leaving already. */
    boolean cancel(ManagedOrder order) {
        tracker.unwanted(order);
        if (order.stage() != OrderStage.OPEN || isTooSoon(order, clock.instant())) {
            return false;
        }
        tracker.cancelSent(order, clock.instant());
        leaving.add(new OrderCancel(order.clientId(), order.orderId()));
        send();
        return true;
    }

    /** Asks to cancel a listed order that is not understood, by whatever name it has. */
    public void cancel(OddOrder order) {
        if (order.clientId() != null) {
            venue.cancel(order.clientId(), order.orderId());
        } else if (order.orderId() != null) {
            venue.cancelNameless(order.orderId());
        }
    }

    /** Cancels what is unwanted and has come within reach: late accepts, leftovers, refused cancels. */
    public void sweep() {
        for (var order : tracker.live()) {
            if (order.isUnwanted()) {
                cancel(order);
            }
        }
    }

    /** A refused cancel is tried again after 1/4, 1/2, 1, 2, 4 s. */
    private static boolean isTooSoon(ManagedOrder order, Instant now) {
        if (order.cancelsRefused() == 0) {
            return false;
        }
        var wait = FIRST_RETRY.multipliedBy(1L << Math.min(order.cancelsRefused() - 1, SLOWEST_RETRY));
        return Duration.between(order.since(), now).compareTo(wait) < 0;
    }
}
