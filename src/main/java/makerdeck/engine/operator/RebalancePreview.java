package makerdeck.engine.operator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.Market;
import makerdeck.engine.execution.RebalancePlanner;
import makerdeck.engine.execution.RebalanceTrigger;
import makerdeck.engine.lifecycle.RebalancePermission;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.rebalancing.Rebalancer;
import org.jspecify.annotations.Nullable;

/** What trades towards the target a command would cause; remembers what the operator was shown. Engine thread only. */
public final class RebalancePreview {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The question stands for 15 s, the answer travels a moment. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(17);

    private final Clock clock;
    private final MarketData market;
    private final OrderTracker tracker;
    private final RebalancePlanner planner;
    private final RebalanceTrigger trigger;
    private final RebalancePermission permission;

    // Engine thread only.
    private Rebalancer.@Nullable Plan shown;
    private Instant askedAt = Instant.MIN;

    public RebalancePreview(
            Clock clock,
            MarketData market,
            OrderTracker tracker,
            RebalancePlanner planner,
            RebalanceTrigger trigger,
            RebalancePermission permission) {
        this.clock = clock;
        this.market = market;
        this.tracker = tracker;
        this.planner = planner;
        this.trigger = trigger;
        this.permission = permission;
    }

    /**
     * As much of a trade as the operator agreed to who has just asked; all of it where nobody has, nothing where
     * nothing was shown.
     */
    Optional<Rebalancer.Plan> agreed(Rebalancer.Plan plan, Instant now) {
        if (now.isAfter(askedAt.plus(ANSWERED_WITHIN))) {
            return Optional.of(plan);
        }
        return shown == null ? Optional.empty() : plan.agreed(shown);
    }

    /** The trade to the target that comes of it by itself. */
    void traded(List<Message> rows, Parameters now, Parameters next) {
        if (next.rebalance() && !next.rebalancesAs(now)) {
            trades(rows, next);
        }
    }

    void trades(List<Message> rows, Parameters next) {
        if (!trigger.isTriggered(next)) {
            rows.add(Message.of(
                    "engine.preview.trades-beyond",
                    CommandPreview.plain(
                            next.target().subtract(next.threshold()).max(BigDecimal.ZERO)),
                    CommandPreview.plain(next.target().add(next.threshold()).min(HUNDRED))));
            return;
        }
        // No budget: it follows the market of the moment in which it starts.
        planner.plan(next).ifPresent(plan -> rows.add(Message.of("engine.preview.trades", plan.text(market.rules()))));
    }

    /** Why there is no trade to the target. */
    Message nothing() {
        return Message.of(planner.isInTheDark() ? "engine.rebalance.in-the-dark" : "engine.rebalance.nothing");
    }

    /** Why a trade that the operator asks for would not begin, empty when it would. */
    Optional<Message> obstacle() {
        return planner.plan().isEmpty() ? Optional.of(nothing()) : permission.obstacle();
    }

    /** The trade that the operator asks for, and what it may cost. */
    void asked(List<Message> trades, List<Message> rows) {
        var plan = planner.plan();
        shown = plan.orElse(null);
        askedAt = clock.instant();
        if (plan.isEmpty()) {
            trades.add(nothing());
            return;
        }
        var rules = market.rules();
        trades.add(plan.get().text(rules));
        rows.add(budget(plan.get(), rules));
        int quotes = tracker.live().size();
        rows.add(Message.count("engine.preview.leave", quotes));
        permission
                .obstacle()
                .map(obstacle -> Message.of("engine.preview.refused", obstacle))
                .ifPresent(rows::add);
    }

    static Message budget(Rebalancer.Plan plan, Market rules) {
        var budget = plan.budget();
        return Message.of(
                "engine.preview.budget",
                CommandPreview.amount(rules.notional(plan.price(), plan.quantity()), rules),
                rules.quote(),
                rules.text(budget.limit()),
                CommandPreview.amount(budget.value(), rules),
                CommandPreview.amount(budget.cost(), rules));
    }
}
