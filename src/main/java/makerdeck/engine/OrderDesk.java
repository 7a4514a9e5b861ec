package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.strategy.Quote;
import makerdeck.venue.OddOrder;
import makerdeck.words.Words;

/**
 * The only place where orders are sent and cancelled. Cancels always pass; new orders pass the hard
 * limits, and none passes once it is closed.
 *
 * <p>Engine thread only.
 */
final class OrderDesk {

    /** An order we would like to send. {@code taking}: it may take, and never rests. */
    record Draft(Role role, int layer, Side side, Price price, Quantity quantity, boolean taking) {

        static Draft quote(Quote quote) {
            return new Draft(Role.QUOTE, quote.layer(), quote.side(), quote.price(), quote.quantity(), false);
        }

        static Draft rebalance(Side side, Price price, Quantity quantity, boolean taking) {
            return new Draft(Role.REBALANCE, 0, side, price, quantity, taking);
        }

        private NewOrder order(ClientId id) {
            return taking ? NewOrder.taker(id, side, price, quantity) : NewOrder.maker(id, side, price, quantity);
        }
    }

    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    private static final int SLOWEST_RETRY = 4;

    private final Core core;
    private final RiskGate risk;
    private boolean closed;
    private String lastRefusal = "";

    OrderDesk(Core core, RiskGate risk) {
        this.core = core;
        this.risk = risk;
    }

    /** From now on nothing is created. */
    void close() {
        closed = true;
    }

    /** New orders may be created again. */
    void reopen() {
        closed = false;
    }

    /** Sends what the hard limits let through, in one request; tells how many that were. */
    int place(List<Draft> drafts) {
        lastRefusal = "";
        if (closed || drafts.isEmpty() || core.ids().isWatching()) {
            return 0;
        }
        var now = core.now();
        var redeems = core.facts().isLent() && core.tuning().parameters().redeems();
        var orders = new ArrayList<NewOrder>();
        for (var draft : drafts) {
            var refusal = risk.refusal(draft, now);
            if (refusal.isPresent()) {
                lastRefusal = refusal.get();
                continue;
            }
            var id = core.ids().next();
            if (id.isEmpty()) {
                lastRefusal = Words.say("engine.no-order-numbers");
                break;
            }
            var order = draft.order(id.get()).redeeming(redeems);
            core.tracker()
                    .sent(order, draft.role(), draft.layer(), core.tuning().generation(), now);
            orders.add(order);
        }
        if (!orders.isEmpty()) {
            core.venue().place(orders);
        }
        return orders.size();
    }

    /** What the hard limits held back in the last {@link #place}, empty when nothing. */
    String lastRefusal() {
        return lastRefusal;
    }

    /** Cancels every live order of ours that fits, now or as soon as the venue has accepted it. */
    void cancelAll(Predicate<OwnOrder> which) {
        for (var order : core.tracker().live()) {
            if (which.test(order)) {
                order.unwanted = true;
            }
        }
        sweep();
    }

    /** Asks to cancel one order if it can be named and is not leaving already. */
    boolean cancel(OwnOrder order) {
        order.unwanted = true;
        if (order.state != OrderState.OPEN || isTooSoon(order, core.now())) {
            return false;
        }
        core.tracker().cancelSent(order, core.now());
        core.venue().cancel(order.clientId(), order.orderId);
        return true;
    }

    /** Asks to cancel a listed order that is not understood, by whatever name it has. */
    void cancel(OddOrder order) {
        if (order.clientId() != null) {
            core.venue().cancel(order.clientId(), order.orderId());
        } else if (order.orderId() != null) {
            core.venue().cancelNameless(order.orderId());
        }
    }

    /** Cancels what is unwanted and has come within reach: late accepts, leftovers, refused cancels. */
    void sweep() {
        for (var order : core.tracker().live()) {
            if (order.unwanted) {
                cancel(order);
            }
        }
    }

    /** A refused cancel is tried again after 1/4, 1/2, 1, 2, 4 s. */
    private static boolean isTooSoon(OwnOrder order, Instant now) {
        if (order.cancelsRefused == 0) {
            return false;
        }
        var wait = FIRST_RETRY.multipliedBy(1L << Math.min(order.cancelsRefused - 1, SLOWEST_RETRY));
        return Duration.between(order.since, now).compareTo(wait) < 0;
    }
}
