package makerdeck.engine.lifecycle;

import java.time.Instant;
import makerdeck.domain.Side;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.risk.ReduceOnly;
import makerdeck.engine.risk.SideStates;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.words.Words;

/**
 * What state the desk is in and why, worked out from its parts; told when it is another.
 *
 * <p>Engine thread only.
 */
public final class TradingState {

    private final EventLog log;
    private final ClientIdAllocator ids;
    private final SideStates sideStates;
    private final ReduceOnly reduceOnly;
    private final RebalanceExecution rebalance;
    private final Standstill standstill;
    private final QuotePermission permission;

    private String dark = "";
    private Standstill.Still current = new Standstill.Still(DeskState.STARTING, Words.say("engine.start.connecting"));

    public TradingState(
            EventLog log,
            ClientIdAllocator ids,
            SideStates sideStates,
            ReduceOnly reduceOnly,
            RebalanceExecution rebalance,
            Standstill standstill,
            QuotePermission permission) {
        this.log = log;
        this.ids = ids;
        this.sideStates = sideStates;
        this.reduceOnly = reduceOnly;
        this.rebalance = rebalance;
        this.standstill = standstill;
        this.permission = permission;
    }

    public DeskState state() {
        return current.state();
    }

    public String reason() {
        return current.why();
    }

    /** Why no quote is out for long although there might be; empty: there is, or need not be. */
    void dark(String why) {
        dark = why;
    }

    /** Works out the state anew and tells when it is another. */
    public void update(Instant now) {
        var next = standstill.now(now).orElseGet(() -> moving(now));
        var told = next.state() == state()
                && (next.why().equals(reason())
                        || Texts.withoutNumbers(next.why()).equals(Texts.withoutNumbers(reason())));
        current = next;
        if (!told) {
            log.tell(
                    now,
                    new DeskNews.StateChanged(state(), reason()),
                    reason().isEmpty()
                            ? Texts.state(state())
                            : Words.say("engine.state-because", Texts.state(state()), reason()));
        }
    }

    /** Of a desk that may quote as a whole. */
    private Standstill.Still moving(Instant now) {
        if (rebalance.isRunning()) {
            return new Standstill.Still(DeskState.REBALANCING, "");
        }
        var restrained = reduceOnly.reason();
        if (!restrained.isEmpty()) {
            return new Standstill.Still(DeskState.REDUCE, restrained);
        }
        var bids = permission.obstacle(Side.BID);
        var asks = permission.obstacle(Side.ASK);
        if (!dark.isEmpty()) {
            return new Standstill.Still(DeskState.UNQUOTED, dark);
        }
        return bids.isEmpty() || asks.isEmpty()
                ? new Standstill.Still(DeskState.QUOTING, "")
                : new Standstill.Still(DeskState.PAUSED, paused(bids, asks, now));
    }

    private String paused(String bids, String asks, Instant now) {
        if (ids.isWatching()) {
            return QuotePermission.watching();
        }
        var byOperator =
                sideStates.of(Side.BID).isPaused(now) && sideStates.of(Side.ASK).isPaused(now);
        return byOperator ? Words.say("engine.pause.by-you") : byItself(bids, asks);
    }

    private static String byItself(String bids, String asks) {
        return bids.equals(asks)
                ? Words.say("engine.pause.by-itself", bids)
                : Words.say("engine.pause.by-itself-each", bids, asks);
    }
}
