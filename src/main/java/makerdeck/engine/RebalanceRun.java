package makerdeck.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.Inventory;
import makerdeck.strategy.Live;
import makerdeck.strategy.Parameters;
import makerdeck.strategy.Rebalancer;
import makerdeck.strategy.Touch;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Brings the ratio back to its target: own quotes on the side that will be used leave first, then an
 * order rests at the touch for a while, then what is left is taken at no more than 0.1 % beyond it.
 *
 * <p>Engine thread only.
 */
final class RebalanceRun {

    private enum Phase {
        IDLE,
        CLEARING_SIDE,
        RESTING,
        CLEARING_BOTH,
        TAKING
    }

    private static final Duration RESTS = Duration.ofSeconds(60);
    /** The operator who says "now" waits for it. */
    private static final Duration RESTS_NOW = Duration.ofSeconds(5);

    private static final Duration TRY_AGAIN = Duration.ofMillis(200);
    private static final Duration AT_MOST = Duration.ofSeconds(90);

    private final Core core;
    private final OrderDesk desk;
    private final Gates gates;
    private final Restraint restraint;
    private final Pulse pulse;
    private final RebalanceTrigger trigger;

    private Phase phase = Phase.IDLE;
    private Side side = Side.BID;
    private Quantity wanted = Quantity.ZERO;
    private Quantity done = Quantity.ZERO;
    private BigDecimal before = BigDecimal.ZERO;
    /** What the operator agreed to; one that starts by itself follows the market. */
    private Rebalancer.@Nullable Budget agreed;

    private BigDecimal resultBefore = BigDecimal.ZERO;
    private Instant startedAt = Instant.MIN;
    private Instant restsUntil = Instant.MIN;
    private Instant againFrom = Instant.MIN;
    private @Nullable OwnOrder order;
    private String stopped = "";

    RebalanceRun(Core core, OrderDesk desk, Gates gates, Restraint restraint, Pulse pulse) {
        this.core = core;
        this.desk = desk;
        this.gates = gates;
        this.restraint = restraint;
        this.pulse = pulse;
        trigger = new RebalanceTrigger(core.facts(), core.tuning(), core.ledger(), core.holdings());
    }

    boolean isRunning() {
        return phase != Phase.IDLE;
    }

    /** What it would do now; empty when nothing of at least the market's minimum, or nothing is known. */
    Optional<Rebalancer.Plan> plan() {
        return plan(core.tuning().parameters());
    }

    /** What it would do under other parameters. */
    Optional<Rebalancer.Plan> plan(Parameters parameters) {
        var facts = core.facts();
        if (!facts.hasMarket() || !core.ledger().isOpen()) {
            return Optional.empty();
        }
        return touch().flatMap(touch -> Rebalancer.plan(
                facts.market(),
                facts.rates().fees(parameters),
                parameters,
                core.holdings().balances(),
                touch));
    }

    private Optional<Touch> touch() {
        var now = core.now();
        List<Live> own =
                core.tracker().live().stream().map(live -> live.live(now)).toList();
        return Touch.of(core.facts().book(), own);
    }

    /** Starts what was planned. {@code now}: the operator waits for it. */
    void start(Rebalancer.Plan plan, boolean atOnce) {
        side = plan.side();
        wanted = plan.quantity();
        before = plan.before();
        agreed = atOnce ? plan.budget() : null;
        done = Quantity.ZERO;
        order = null;
        stopped = "";
        resultBefore = core.ledger().parts().rebalance();
        startedAt = core.now();
        restsUntil = startedAt.plus(atOnce ? RESTS_NOW : RESTS);
        phase = Phase.CLEARING_SIDE;
        core.diary()
                .info(
                        startedAt,
                        Words.say(
                                "engine.rebalance.begins",
                                plan.text(core.facts().market())));
    }

    /** Takes one complete reading of balances; starts an automatic run after three that ask for it. */
    void checked(boolean allowed) {
        if (!isRunning() && trigger.checked(allowed, core.now())) {
            plan().ifPresent(plan -> start(plan, false));
        }
    }

    RebalanceTrigger trigger() {
        return trigger;
    }

    /** Ends it as soon as its order is gone. */
    void stop(String why) {
        if (isRunning() && stopped.isEmpty()) {
            stopped = why;
        }
    }

    /** Why a side may not be quoted meanwhile, empty when it may. */
    String blocks(Side quoted) {
        var both = phase == Phase.CLEARING_BOTH || phase == Phase.TAKING;
        return both || (isRunning() && quoted == side) ? Words.say("engine.rebalance.rebalancing") : "";
    }

    void step(Instant now) {
        if (!isRunning()) {
            return;
        }
        var gate = gates.reason(now);
        var trouble = gate.isEmpty() ? restraint.reason() : gate;
        if (stopped.isEmpty() && !trouble.isEmpty()) {
            stopped = trouble;
        }
        if (stopped.isEmpty() && Duration.between(startedAt, now).compareTo(AT_MOST) > 0) {
            stopped = Words.say("engine.rebalance.took-too-long");
        }
        if (!stopped.isEmpty()) {
            wind(now);
            return;
        }
        switch (phase) {
            case CLEARING_SIDE -> clearSide(now);
            case RESTING -> rest(now);
            case CLEARING_BOTH -> clearBoth(now);
            case TAKING -> take(now);
            case IDLE -> {}
        }
    }

    private void wind(Instant now) {
        if (order == null || isGone(order)) {
            collect();
            end(now);
        } else {
            desk.cancel(order);
        }
    }

    private void clearSide(Instant now) {
        if (hasQuotes(side) || now.isBefore(againFrom)) {
            return;
        }
        if (!now.isBefore(restsUntil)) {
            phase = Phase.CLEARING_BOTH;
            return;
        }
        touch().ifPresent(touch -> send(touch, false));
    }

    private void rest(Instant now) {
        if (order == null) {
            phase = Phase.CLEARING_BOTH;
        } else if (isGone(order)) {
            collect();
            if (done.compareTo(wanted) >= 0) {
                end(now);
            } else {
                // Refused because it would have taken: once more at the touch as it is then.
                againFrom = now.plus(TRY_AGAIN);
                phase = now.isBefore(restsUntil) ? Phase.CLEARING_SIDE : Phase.CLEARING_BOTH;
            }
        } else if (!now.isBefore(restsUntil)) {
            desk.cancel(order);
        }
    }

    /** Never takes into a hole: while the market jumps it waits. */
    private void clearBoth(Instant now) {
        if (!hasQuotes(Side.BID) && !hasQuotes(Side.ASK) && pulse.threatened(now) == null) {
            touch().ifPresent(touch -> send(touch, true));
        }
    }

    private void take(Instant now) {
        if (order != null && isGone(order)) {
            collect();
            end(now);
        }
    }

    private void send(Touch touch, boolean taking) {
        var market = core.facts().market();
        var price = withinBudget(taking ? Rebalancer.takerLimit(market, side, touch) : touch.side(side));
        var left = wanted.minus(done);
        if (left.compareTo(market.smallest()) < 0) {
            // The rest is too small for any order.
            wanted = done;
            end(core.now());
            return;
        }
        var free = core.holdings().free(side);
        var payable = side == Side.ASK ? free : free.divide(market.decimal(price), 18, RoundingMode.FLOOR);
        var most = market.floor(payable);
        var quantity = left.compareTo(most) < 0 ? left : most;
        if (quantity.compareTo(market.smallest()) < 0) {
            stopped = Words.say("engine.rebalance.nothing-free");
            return;
        }
        int sent = desk.place(List.of(OrderDraft.rebalance(side, price, quantity, taking)));
        if (sent == 0) {
            stopped = desk.lastRefusal().isEmpty() ? Words.say("engine.rebalance.may-not-send") : desk.lastRefusal();
            return;
        }
        order = core.tracker().live().stream()
                .filter(live -> live.role == Role.REBALANCE)
                .reduce((first, last) -> last)
                .orElse(null);
        phase = taking ? Phase.TAKING : Phase.RESTING;
    }

    private Price withinBudget(Price price) {
        if (agreed == null) {
            return price;
        }
        boolean worse = price.compareTo(agreed.limit()) * side.sign() > 0;
        return worse ? agreed.limit() : price;
    }

    private boolean hasQuotes(Side which) {
        return core.tracker().live().stream().anyMatch(live -> live.role != Role.REBALANCE && live.side() == which);
    }

    private static boolean isGone(OwnOrder order) {
        return order.state.isFinal() && order.isSettled();
    }

    private void collect() {
        if (order != null) {
            done = done.plus(order.booked);
            order = null;
        }
    }

    private void end(Instant now) {
        phase = Phase.IDLE;
        trigger.ended(now);
        core.facts().mid().ifPresent(core.ledger()::mark);
        var outcome = new RebalanceOutcome(
                side,
                done,
                wanted,
                before,
                ratio(),
                resultBefore.subtract(core.ledger().parts().rebalance()),
                agreed == null ? null : agreed.cost(),
                stopped);
        var text = outcome.text(core.facts().market());
        if (outcome.isWhole()) {
            core.diary().info(now, text);
        } else {
            core.diary().alert(now, Severity.WARN, text);
        }
    }

    private BigDecimal ratio() {
        return core.facts()
                .mid()
                .map(mid -> Inventory.of(core.holdings().balances(), mid).ratio())
                .orElse(before);
    }
}
