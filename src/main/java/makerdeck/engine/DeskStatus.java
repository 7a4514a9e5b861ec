package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import makerdeck.domain.Side;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.strategy.Quotes;
import makerdeck.venue.Stream;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the desk is doing and why, and per side what keeps it from quoting.
 *
 * <p>Engine thread only.
 */
final class DeskStatus implements QuotingDesk.Blocks {

    /** Fills come with or right after the news of what an order has executed. */
    private static final Duration FILLS_TAKE = Duration.ofSeconds(2);

    private final Core core;
    private final Gates gates;
    private final Restraint restraint;
    private final Map<Side, SideGuard> guards;
    private final RebalanceRun rebalance;
    private final Stopper stopper;
    private final Instant startedAt;

    private @Nullable String halted;
    private String dark = "";
    private boolean finished;
    private @Nullable Instant firstQuoteAt;
    private boolean ready;
    private DeskState state = DeskState.STARTING;
    private String reason = Words.say("engine.start.connecting");

    DeskStatus(
            Core core,
            Gates gates,
            Restraint restraint,
            Map<Side, SideGuard> guards,
            RebalanceRun rebalance,
            Stopper stopper) {
        this.core = core;
        this.gates = gates;
        this.restraint = restraint;
        this.guards = guards;
        this.rebalance = rebalance;
        this.stopper = stopper;
        startedAt = core.now();
    }

    /** Why a desk that was started to look on does nothing else. */
    static String watching() {
        return Words.say("engine.watching");
    }

    DeskState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** A quote rests: the duration runs from the first one. */
    void quoted(Instant now) {
        if (firstQuoteAt == null) {
            firstQuoteAt = now;
        }
    }

    /** When the set duration is over, null when there is none or no quote was ever out. */
    @Nullable
    Instant endsAt() {
        var duration = core.tuning().parameters().duration();
        return duration.isZero() || firstQuoteAt == null ? null : firstQuoteAt.plus(duration);
    }

    /** Why no trade towards the target may start now, empty when it may. */
    String obstacle() {
        if (rebalance.isRunning()) {
            return Words.say("engine.rebalance.runs-already");
        }
        if (isHalted() || isFinished() || stopper.isStopping() || !isReady()) {
            return Words.say("engine.rebalance.desk-is", Texts.state(state));
        }
        var gate = gates.reason(core.now());
        return gate.isEmpty() ? restraint.reason() : gate;
    }

    boolean isHalted() {
        return halted != null;
    }

    void halted(String why) {
        halted = why;
    }

    void resumed() {
        halted = null;
    }

    /** Why no quote is out for long although there might be; empty: there is, or need not be. */
    void dark(String why) {
        dark = why;
    }

    boolean isFinished() {
        return finished;
    }

    void finished(boolean over) {
        finished = over;
    }

    /** Market, book, balances and a first comparison are there, and nothing of an earlier run rests. */
    void readyWhen(boolean complete) {
        ready |= complete;
    }

    boolean isReady() {
        return ready;
    }

    /** Whether the desk may start a rebalance by itself. */
    boolean mayRebalance() {
        return (state == DeskState.QUOTING || state == DeskState.UNQUOTED)
                && gates.reason(core.now()).isEmpty();
    }

    /** Works out the state anew and tells when it is another. */
    void update(Instant now) {
        var nextReason = new StringBuilder();
        var next = next(now, nextReason);
        var text = nextReason.toString();
        var told = next == state && (text.equals(reason) || withoutNumbers(text).equals(withoutNumbers(reason)));
        state = next;
        reason = text;
        if (!told) {
            core.diary()
                    .tell(
                            now,
                            Kind.STATE,
                            reason.isEmpty()
                                    ? Texts.state(state)
                                    : Words.say("engine.state-because", Texts.state(state), reason),
                            Fields.of("state", state.name(), "reason", reason));
        }
    }

    private static String withoutNumbers(String text) {
        return text.replaceAll("[0-9]+", "");
    }

    private DeskState next(Instant now, StringBuilder why) {
        var whole = whole(now, why);
        if (whole != null) {
            return whole;
        }
        if (rebalance.isRunning()) {
            return DeskState.REBALANCING;
        }
        var restrained = restraint.reason();
        if (!restrained.isEmpty()) {
            why.append(restrained);
            return DeskState.REDUCE;
        }
        var bids = setback(Side.BID);
        var asks = setback(Side.ASK);
        if (!dark.isEmpty()) {
            why.append(dark);
            return DeskState.UNQUOTED;
        }
        if (bids.isEmpty() || asks.isEmpty()) {
            return DeskState.QUOTING;
        }
        if (core.ids().isWatching()) {
            why.append(watching());
            return DeskState.PAUSED;
        }
        var byOperator = guard(Side.BID).isPaused(now) && guard(Side.ASK).isPaused(now);
        why.append(byOperator ? Words.say("engine.pause.by-you") : byItself(bids, asks));
        return DeskState.PAUSED;
    }

    private static String byItself(String bids, String asks) {
        return bids.equals(asks)
                ? Words.say("engine.pause.by-itself", bids)
                : Words.say("engine.pause.by-itself-each", bids, asks);
    }

    /** A state in which nothing at all is quoted, null when it is none of these. */
    private @Nullable DeskState whole(Instant now, StringBuilder why) {
        if (stopper.outcome() != null) {
            return DeskState.STOPPED;
        }
        if (stopper.isStopping()) {
            return DeskState.STOPPING;
        }
        if (halted != null) {
            why.append(halted);
            return DeskState.HALTED;
        }
        if (finished) {
            why.append(Words.say("engine.duration-over"));
            return DeskState.FINISHED;
        }
        for (var stream : Stream.values()) {
            if (core.facts().wasUp(stream) && !core.facts().isUp(stream)) {
                why.append(gates.reason(now));
                return DeskState.DOWN;
            }
        }
        if (!ready) {
            why.append(missing());
            return DeskState.STARTING;
        }
        return null;
    }

    private String missing() {
        var facts = core.facts();
        for (var stream : Stream.values()) {
            if (!facts.hasMarket() || !facts.isUp(stream)) {
                var tried = !facts.isUp(stream) && !facts.upSince(stream).equals(Instant.MIN);
                return tried ? facts.downReason(stream) : Words.say("engine.start.connecting");
            }
        }
        if (facts.mid().isEmpty()) {
            return Words.say("engine.start.book");
        }
        return Words.say(core.ledger().isOpen() ? "engine.start.comparing" : "engine.start.balances");
    }

    @Override
    public String reason(Side side) {
        var now = core.now();
        var why = new StringBuilder();
        var whole = whole(now, why);
        if (whole != null) {
            var word = Words.say("engine.no-quotes." + Texts.key(whole));
            return why.isEmpty() ? word : Words.say("engine.no-quotes-because", word, why);
        }
        if (core.ids().isWatching()) {
            return watching();
        }
        var guard = guard(side);
        var paused = guard.pauseReason(now);
        if (!paused.isEmpty()) {
            return paused;
        }
        var rebalancing = rebalance.blocks(side);
        if (!rebalancing.isEmpty()) {
            return rebalancing;
        }
        var gate = gates.reason(now);
        if (!gate.isEmpty()) {
            return gate;
        }
        var untold = core.tracker().awaited().since(side);
        if (untold.isPresent() && Duration.between(untold.get(), now).compareTo(FILLS_TAKE) > 0) {
            return Words.say("engine.gate.fills-missing");
        }
        var riddle = core.riddles().reason(side, now);
        return riddle.isEmpty() ? restraint.blocks(side) : riddle;
    }

    /** Why a side that may be quoted has nothing out all the same: refusals that it waits after. */
    private String setback(Side side) {
        var reason = reason(side);
        var rests = core.tracker().live().stream().anyMatch(order -> order.side() == side && order.role == Role.QUOTE);
        return reason.isEmpty() && !rests ? guard(side).blockReason(core.now()) : reason;
    }

    @Override
    public Quotes within(Quotes quotes, Side side) {
        return restraint.within(quotes, side);
    }

    private SideGuard guard(Side side) {
        var guard = guards.get(side);
        if (guard == null) {
            throw new IllegalStateException("no guard for " + side);
        }
        return guard;
    }
}
