package makerdeck.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.UnreadableOrders;
import makerdeck.message.Message;
import makerdeck.strategy.quoting.Quotes;

/**
 * What of the venue's doing, or of our knowledge of it, keeps a side from being quoted or any risk from being added.
 *
 * <p>Engine thread only.
 */
public final class SideGates {

    /** Fills come with or right after the news of what an order has executed. */
    private static final Duration FILLS_TAKE = Duration.ofSeconds(2);

    private final OrderTracker tracker;
    private final TradingGates gates;
    private final ReduceOnly reduceOnly;
    private final List<Gate> all;

    public SideGates(OrderTracker tracker, UnreadableOrders unreadable, TradingGates gates, ReduceOnly reduceOnly) {
        this.tracker = tracker;
        this.gates = gates;
        this.reduceOnly = reduceOnly;
        all = new ArrayList<>(gates.gates());
        all.add(new Gate("fills", this::missing));
        all.add(new Gate("unreadable", unreadable::reason));
        all.add(new Gate("reduce", (side, now) -> reduceOnly.blocks(side)));
    }

    /** Why a side may not be quoted, empty when nothing speaks against it. */
    public Optional<Message> reason(Side side, Instant now) {
        return Gate.first(all, side, now);
    }

    /** All that is asked, in this order. */
    public List<Gate> gates() {
        return all;
    }

    private Optional<Message> missing(Side side, Instant now) {
        var untold = tracker.awaited().since(side);
        return untold.isPresent() && Duration.between(untold.get(), now).compareTo(FILLS_TAKE) > 0
                ? Optional.of(Message.of("engine.gate.fills-missing"))
                : Optional.empty();
    }

    /** Why no risk may be added on any side, empty when it may. */
    public Optional<Message> reason(Instant now) {
        var gate = gates.reason(now);
        return gate.isEmpty() ? reduceOnly.reason() : gate;
    }

    /** What of a side's quotes may go out. */
    public Quotes within(Quotes quotes, Side side) {
        return reduceOnly.within(quotes, side);
    }
}
