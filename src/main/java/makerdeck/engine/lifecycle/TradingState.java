package makerdeck.engine.lifecycle;

import java.time.Instant;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.risk.Obstacles;
import makerdeck.engine.risk.ReduceOnly;
import makerdeck.engine.risk.SideStates;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import org.jspecify.annotations.Nullable;

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

    private @Nullable Message dark;
    private Standstill.Still current = new Standstill.Still(DeskState.STARTING, Message.of("engine.start.connecting"));

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

    public Optional<Message> reason() {
        return Optional.ofNullable(current.why());
    }

    /** Why no quote is out for long although there might be; null: there is, or need not be. */
    void dark(@Nullable Message why) {
        dark = why;
    }

    /** Works out the state anew and tells when it is another. {@code obstacles}: of now. */
    public void update(Instant now, Obstacles obstacles) {
        var next = standstill.now(now).orElseGet(() -> moving(now, obstacles));
        var told = next.state() == state()
                && (next.why() == null ? current.why() == null : isLike(next.why(), current.why()));
        current = next;
        if (!told) {
            log.tell(
                    now,
                    new DeskNews.StateChanged(state(), reason().orElse(null)),
                    reason().map(why -> Message.of("engine.state-because", Texts.state(state()), why))
                            .orElseGet(() -> Texts.state(state())));
        }
    }

    private static boolean isLike(Message why, @Nullable Message before) {
        return before != null && why.isLike(before);
    }

    /** Of a desk that may quote as a whole. */
    private Standstill.Still moving(Instant now, Obstacles obstacles) {
        if (rebalance.isRunning()) {
            return new Standstill.Still(DeskState.REBALANCING, null);
        }
        var restrained = reduceOnly.reason();
        if (restrained.isPresent()) {
            return new Standstill.Still(DeskState.REDUCE, restrained.get());
        }
        var bids = permission.obstacle(Side.BID, obstacles.bids(), now);
        var asks = permission.obstacle(Side.ASK, obstacles.asks(), now);
        if (dark != null) {
            return new Standstill.Still(DeskState.UNQUOTED, dark);
        }
        return bids.isEmpty() || asks.isEmpty()
                ? new Standstill.Still(DeskState.QUOTING, null)
                : new Standstill.Still(DeskState.PAUSED, paused(bids.get(), asks.get(), now));
    }

    private Message paused(Message bids, Message asks, Instant now) {
        if (ids.isWatching()) {
            return QuotePermission.watching();
        }
        var byOperator =
                sideStates.of(Side.BID).isPaused(now) && sideStates.of(Side.ASK).isPaused(now);
        return byOperator ? Message.of("engine.pause.by-you") : byItself(bids, asks);
    }

    private static Message byItself(Message bids, Message asks) {
        return bids.equals(asks)
                ? Message.of("engine.pause.by-itself", bids)
                : Message.of("engine.pause.by-itself-each", bids, asks);
    }
}
