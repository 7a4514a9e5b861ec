package makerdeck.engine.execution;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderDraft;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** Sends the orders of a trade towards the target, one at a time. Engine thread only. */
public final class RebalanceOrders {

    private final MarketData market;
    private final OrderTracker tracker;
    private final AvailableBalances available;
    private final OrderGateway gateway;
    private @Nullable ManagedOrder order;

    public RebalanceOrders(MarketData market, OrderTracker tracker, AvailableBalances available, OrderGateway gateway) {
        this.market = market;
        this.tracker = tracker;
        this.available = available;
        this.gateway = gateway;
    }

    /** The one that was sent last and is not collected, null when there is none. */
    @Nullable
    ManagedOrder current() {
        return order;
    }

    /** Whether so little is too little for any order. */
    boolean isTooLittle(Quantity left) {
        return left.compareTo(market.rules().smallest()) < 0;
    }

    /** Sends as much of it as can be paid; tells why nothing was sent, empty when it was. */
    Optional<Message> send(Side side, Price price, Quantity left, boolean taking) {
        var rules = market.rules();
        var free = available.free(side);
        var payable = side == Side.ASK ? free : free.divide(rules.decimal(price), 18, RoundingMode.FLOOR);
        var most = rules.floor(payable);
        var quantity = left.compareTo(most) < 0 ? left : most;
        if (isTooLittle(quantity)) {
            return Optional.of(Message.of("engine.rebalance.nothing-free"));
        }
        int sent = gateway.place(List.of(OrderDraft.rebalance(side, price, quantity, taking)));
        if (sent == 0) {
            return gateway.lastRefusal().isEmpty()
                    ? Optional.of(Message.of("engine.rebalance.may-not-send"))
                    : gateway.lastRefusal();
        }
        order = tracker.live().stream()
                .filter(live -> live.purpose() == OrderPurpose.REBALANCE)
                .reduce((first, last) -> last)
                .orElse(null);
        return Optional.empty();
    }

    void cancel() {
        if (order != null) {
            gateway.cancel(order);
        }
    }

    /** Whether it is over and all of it is booked; so is one that never was. */
    boolean isGone() {
        return order == null || order.stage().isFinal() && order.isSettled();
    }

    /** What of it was executed; from now on there is none. */
    Quantity collect() {
        var booked = order == null ? Quantity.ZERO : order.booked();
        order = null;
        return booked;
    }

    /** Whether quotes or leftovers of ours live on a side. */
    boolean isQuoted(Side which) {
        return tracker.live().stream()
                .anyMatch(live -> live.purpose() != OrderPurpose.REBALANCE && live.side() == which);
    }
}
