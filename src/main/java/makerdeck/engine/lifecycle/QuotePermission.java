package makerdeck.engine.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.execution.WantedQuotes;
import makerdeck.engine.log.Texts;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.risk.Gate;
import makerdeck.engine.risk.Obstacles;
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
    private final List<Gate> all;

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
        all = inOrder();
    }

    /** Why a desk that was started to look on does nothing else. */
    public static Message watching() {
        return Message.of("engine.watching");
    }

    /** Why a side may not be quoted, empty when it may. */
    public Optional<Message> reason(Side side) {
        return Gate.first(all, side, clock.instant());
    }

    @Override
    public Obstacles now(Instant now) {
        return Gate.firstOfEach(all, now);
    }

    /** All that is asked, in this order. */
    public List<Gate> gates() {
        return all;
    }

    private List<Gate> inOrder() {
        var inOrder = new ArrayList<>(List.of(
                Gate.ofDesk("desk", now -> standstill.now(now).map(QuotePermission::still)),
                Gate.ofDesk("watch", now -> ids.isWatching() ? Optional.of(watching()) : Optional.empty()),
                new Gate("pause", (side, now) -> sideStates.of(side).pauseReason(now), (side, now) -> sideStates
                        .of(side)
                        .pauseEnds()),
                new Gate("rebalance", (side, now) -> rebalance.blocks(side))));
        inOrder.addAll(gates.gates());
        return List.copyOf(inOrder);
    }

    private static Message still(Standstill.Still still) {
        var word = Message.of("engine.no-quotes." + Texts.key(still.state()));
        var why = still.why();
        return why == null ? word : Message.of("engine.no-quotes-because", word, why);
    }

    /**
     * Why a side has nothing out; of one that may be quoted, refusals that it waits after.
     *
     * @param reason why it may not be quoted, empty when it may
     */
    Optional<Message> obstacle(Side side, Optional<Message> reason, Instant now) {
        return reason.isEmpty() && !hasQuote(side) ? sideStates.of(side).blockReason(now) : reason;
    }

    private boolean hasQuote(Side side) {
        for (var order : tracker.live()) {
            if (order.side() == side && order.purpose() == OrderPurpose.QUOTE) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Quotes within(Quotes quotes, Side side) {
        return gates.within(quotes, side);
    }
}
