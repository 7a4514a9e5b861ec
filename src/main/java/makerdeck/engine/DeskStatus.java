package makerdeck.engine;

import java.time.Instant;
import makerdeck.domain.Side;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.words.Words;

/**
 * What state the desk is in and why, worked out from its parts; told when it is another.
 *
 * <p>Engine thread only.
 */
final class DeskStatus {

    private final Diary diary;
    private final ClientIds ids;
    private final SideGuards guards;
    private final Restraint restraint;
    private final RebalanceRun rebalance;
    private final Standstill standstill;
    private final QuotePermission permission;

    private String dark = "";
    private Standstill.Still current = new Standstill.Still(DeskState.STARTING, Words.say("engine.start.connecting"));

    DeskStatus(
            Diary diary,
            ClientIds ids,
            SideGuards guards,
            Restraint restraint,
            RebalanceRun rebalance,
            Standstill standstill,
            QuotePermission permission) {
        this.diary = diary;
        this.ids = ids;
        this.guards = guards;
        this.restraint = restraint;
        this.rebalance = rebalance;
        this.standstill = standstill;
        this.permission = permission;
    }

    DeskState state() {
        return current.state();
    }

    String reason() {
        return current.why();
    }

    /** Why no quote is out for long although there might be; empty: there is, or need not be. */
    void dark(String why) {
        dark = why;
    }

    /** Works out the state anew and tells when it is another. */
    void update(Instant now) {
        var next = standstill.now(now).orElseGet(() -> moving(now));
        var told = next.state() == state()
                && (next.why().equals(reason())
                        || Texts.withoutNumbers(next.why()).equals(Texts.withoutNumbers(reason())));
        current = next;
        if (!told) {
            diary.tell(
                    now,
                    Kind.STATE,
                    reason().isEmpty()
                            ? Texts.state(state())
                            : Words.say("engine.state-because", Texts.state(state()), reason()),
                    Fields.of("state", state().name(), "reason", reason()));
        }
    }

    /** Of a desk that may quote as a whole. */
    private Standstill.Still moving(Instant now) {
        if (rebalance.isRunning()) {
            return new Standstill.Still(DeskState.REBALANCING, "");
        }
        var restrained = restraint.reason();
        if (!restrained.isEmpty()) {
            return new Standstill.Still(DeskState.REDUCE, restrained);
        }
        var bids = permission.setback(Side.BID);
        var asks = permission.setback(Side.ASK);
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
                guards.of(Side.BID).isPaused(now) && guards.of(Side.ASK).isPaused(now);
        return byOperator ? Words.say("engine.pause.by-you") : byItself(bids, asks);
    }

    private static String byItself(String bids, String asks) {
        return bids.equals(asks)
                ? Words.say("engine.pause.by-itself", bids)
                : Words.say("engine.pause.by-itself-each", bids, asks);
    }
}
