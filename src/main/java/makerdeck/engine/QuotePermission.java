package makerdeck.engine;

import java.time.Clock;
import makerdeck.domain.Side;
import makerdeck.strategy.Quotes;
import makerdeck.words.Words;

/** Why a side may not be quoted: the first of all that stands in the way. Engine thread only. */
final class QuotePermission implements WantedQuotes.Blocks {

    private final Clock clock;
    private final ClientIds ids;
    private final OrderTracker tracker;
    private final SideGuards guards;
    private final SideGates gates;
    private final RebalanceRun rebalance;
    private final Standstill standstill;

    QuotePermission(
            Clock clock,
            ClientIds ids,
            OrderTracker tracker,
            SideGuards guards,
            SideGates gates,
            RebalanceRun rebalance,
            Standstill standstill) {
        this.clock = clock;
        this.ids = ids;
        this.tracker = tracker;
        this.guards = guards;
        this.gates = gates;
        this.rebalance = rebalance;
        this.standstill = standstill;
    }

    /** Why a desk that was started to look on does nothing else. */
    static String watching() {
        return Words.say("engine.watching");
    }

    @Override
    public String reason(Side side) {
        var now = clock.instant();
        var still = standstill.now(now);
        if (still.isPresent()) {
            var word = Words.say("engine.no-quotes." + Texts.key(still.get().state()));
            var why = still.get().why();
            return why.isEmpty() ? word : Words.say("engine.no-quotes-because", word, why);
        }
        if (ids.isWatching()) {
            return watching();
        }
        var paused = guards.of(side).pauseReason(now);
        if (!paused.isEmpty()) {
            return paused;
        }
        var rebalancing = rebalance.blocks(side);
        return rebalancing.isEmpty() ? gates.reason(side, now) : rebalancing;
    }

    /** Why a side that may be quoted has nothing out all the same: refusals that it waits after. */
    String setback(Side side) {
        var reason = reason(side);
        var rests = tracker.live().stream().anyMatch(order -> order.side() == side && order.role() == Role.QUOTE);
        return reason.isEmpty() && !rests ? guards.of(side).blockReason(clock.instant()) : reason;
    }

    @Override
    public Quotes within(Quotes quotes, Side side) {
        return gates.within(quotes, side);
    }
}
