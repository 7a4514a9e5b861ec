package makerdeck.engine.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.risk.SideGates;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Touch;
import makerdeck.strategy.rebalancing.Rebalancer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the ratio back to its target: own quotes on the side that will be used leave first, then an
 * order rests at the touch for a while, then what is left is taken at no more than 0.1 % beyond it.
 *
 * <p>Engine thread only.
 */
public final class RebalanceExecution {

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

    private final Clock clock;
    private final SideGates gates;
    private final MarketSignals signals;
    private final RebalancePlanner planner;
    private final RebalanceTrigger trigger;
    private final RebalanceOrders orders;
    private final RebalanceReport report;

    private Phase phase = Phase.IDLE;
    private Side side = Side.BID;
    private Quantity wanted = Quantity.ZERO;
    private Quantity done = Quantity.ZERO;
    /** What the operator agreed to; one that starts by itself follows the market. */
    private Rebalancer.@Nullable Budget agreed;

    /** What was in force when it began. */
    private @Nullable Parameters begun;

    private Instant startedAt = Instant.MIN;
    private Instant restsUntil = Instant.MIN;
    private Instant againFrom = Instant.MIN;
    private @Nullable Message stopped = null;

    public RebalanceExecution(
            Clock clock,
            SideGates gates,
            MarketSignals signals,
            RebalancePlanner planner,
            RebalanceTrigger trigger,
            RebalanceOrders orders,
            RebalanceReport report) {
        this.clock = clock;
        this.gates = gates;
        this.signals = signals;
        this.planner = planner;
        this.trigger = trigger;
        this.orders = orders;
        this.report = report;
    }

    public boolean isRunning() {
        return phase != Phase.IDLE;
    }

    /** Starts what was planned. {@code atOnce}: the operator waits for it. */
    public void start(Rebalancer.Plan plan, boolean atOnce) {
        side = plan.side();
        wanted = plan.quantity();
        agreed = atOnce ? plan.budget() : null;
        begun = planner.parameters();
        done = Quantity.ZERO;
        stopped = null;
        startedAt = clock.instant();
        restsUntil = startedAt.plus(atOnce ? RESTS_NOW : RESTS);
        phase = Phase.CLEARING_SIDE;
        report.begins(plan, startedAt);
    }

    /** Takes one complete reading of balances; starts an automatic run after three that ask for it. */
    public void checked(boolean allowed) {
        if (!isRunning() && trigger.checked(allowed, clock.instant())) {
            planner.plan().ifPresent(plan -> start(plan, false));
        }
    }

    /** Ends it as soon as its order is gone. */
    public void stop(Message why) {
        if (isRunning() && stopped == null) {
            stopped = why;
        }
    }

    /** Why a side may not be quoted meanwhile, empty when it may. */
    public Optional<Message> blocks(Side quoted) {
        var both = phase == Phase.CLEARING_BOTH || phase == Phase.TAKING;
        return both || (isRunning() && quoted == side)
                ? Optional.of(Message.of("engine.rebalance.rebalancing"))
                : Optional.empty();
    }

    public void step(Instant now) {
        if (!isRunning()) {
            return;
        }
        var trouble = gates.reason(now);
        if (stopped == null && !trouble.isEmpty()) {
            stopped = trouble.orElse(null);
        }
        if (stopped == null) {
            stopped = overtaken().orElse(null);
        }
        if (stopped == null && Duration.between(startedAt, now).compareTo(AT_MOST) > 0) {
            stopped = Message.of("engine.rebalance.took-too-long");
        }
        if (stopped != null) {
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

    /** What the operator wants by now in place of the trade under way. */
    private Optional<Message> overtaken() {
        var now = planner.parameters();
        if (begun == null || now == begun) {
            return Optional.empty();
        }
        if (now.target().compareTo(begun.target()) != 0) {
            return Optional.of(Message.of(
                    "engine.rebalance.other-target",
                    now.target().stripTrailingZeros().toPlainString()));
        }
        return agreed == null && !now.rebalance()
                ? Optional.of(Message.of("engine.rebalance.is-off"))
                : Optional.empty();
    }

    private void wind(Instant now) {
        if (orders.isGone()) {
            collect();
            end(now);
        } else {
            orders.cancel();
        }
    }

    private void clearSide(Instant now) {
        if (orders.isQuoted(side) || now.isBefore(againFrom)) {
            return;
        }
        if (!now.isBefore(restsUntil)) {
            phase = Phase.CLEARING_BOTH;
            return;
        }
        planner.touch().ifPresent(touch -> send(touch, false, now));
    }

    private void rest(Instant now) {
        if (orders.current() == null) {
            phase = Phase.CLEARING_BOTH;
        } else if (orders.isGone()) {
            collect();
            if (done.compareTo(wanted) >= 0) {
                end(now);
            } else {
                // Refused because it would have taken: once more at the touch as it is then.
                againFrom = now.plus(TRY_AGAIN);
                phase = now.isBefore(restsUntil) ? Phase.CLEARING_SIDE : Phase.CLEARING_BOTH;
            }
        } else if (!now.isBefore(restsUntil)) {
            orders.cancel();
        }
    }

    /** Never takes into a hole: while the market jumps it waits. */
    private void clearBoth(Instant now) {
        if (!orders.isQuoted(Side.BID) && !orders.isQuoted(Side.ASK) && signals.threatened(now) == null) {
            planner.touch().ifPresent(touch -> send(touch, true, now));
        }
    }

    private void take(Instant now) {
        if (orders.current() != null && orders.isGone()) {
            collect();
            end(now);
        }
    }

    private void send(Touch touch, boolean taking, Instant now) {
        var left = wanted.minus(done);
        if (orders.isTooLittle(left)) {
            // The rest is too small for any order.
            wanted = done;
            end(now);
            return;
        }
        var price = withinBudget(taking ? planner.takerLimit(side, touch) : touch.side(side));
        var unsent = orders.send(side, price, left, taking);
        if (unsent.isEmpty()) {
            phase = taking ? Phase.TAKING : Phase.RESTING;
        } else {
            stopped = unsent.orElse(null);
        }
    }

    private Price withinBudget(Price price) {
        if (agreed == null) {
            return price;
        }
        boolean worse = price.compareTo(agreed.limit()) * side.sign() > 0;
        return worse ? agreed.limit() : price;
    }

    private void collect() {
        done = done.plus(orders.collect());
    }

    private void end(Instant now) {
        phase = Phase.IDLE;
        trigger.ended(now);
        report.ended(now, side, done, wanted, agreed, stopped);
    }
}
