package makerdeck.engine.lifecycle;

import java.time.Clock;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.execution.WantedQuotes;
import makerdeck.engine.log.Texts;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.risk.SideGates;
import makerdeck.engine.risk.SideStates;
import makerdeck.message.Message;
import makerdeck.strategy.quoting.Quotes;

/** Why a side may not be quoted: the first of all that stands in the way. Engine thread only. */
public final class QuotePermission implements WantedQuotes.Blocks {

    private final Clock clock;
    private final ClientIdAllocator ids;
    private final OrderTracker tracker;
    private final SideStates sideStates;
    private final SideGates gates;
    private final RebalanceExecution rebalance;
    private final Standstill standstill;

    public QuotePermission(
            Clock clock,
            ClientIdAllocator ids,
            OrderTracker tracker,
            SideStates sideStates,
            SideGates gates,
            RebalanceExecution rebalance,
            Standstill standstill) {
        this.clock = clock;
        this.ids = ids;
        this.tracker = tracker;
        this.sideStates = sideStates;
        this.gates = gates;
        this.rebalance = rebalance;
        this.standstill = standstill;
    }

    /** Why a desk that was started to look on does nothing else. */
    public static Message watching() {
        return Message.of("engine.watching");
    }

    @Override
    public Optional<Message> reason(Side side) {
        var now = clock.instant();
        var still = standstill.now(now);
        if (still.isPresent()) {
            var word = Message.of("engine.no-quotes." + Texts.key(still.get().state()));
            var why = still.get().why();
            return Optional.of(why == null ? word : Message.of("engine.no-quotes-because", word, why));
        }
        if (ids.isWatching()) {
            return Optional.of(watching());
        }
        var paused = sideStates.of(side).pauseReason(now);
        if (!paused.isEmpty()) {
            return paused;
        }
        var rebalancing = rebalance.blocks(side);
        return rebalancing.isEmpty() ? gates.reason(side, now) : rebalancing;
    }

    /** Why a side that may be quoted has nothing out all the same: refusals that it waits after. */
    Optional<Message> obstacle(Side side) {
        var reason = reason(side);
        var rests = tracker.live().stream()
                .anyMatch(order -> order.side() == side && order.purpose() == OrderPurpose.QUOTE);
        return reason.isEmpty() && !rests ? sideStates.of(side).blockReason(clock.instant()) : reason;
    }

    @Override
    public Quotes within(Quotes quotes, Side side) {
        return gates.within(quotes, side);
    }
}
