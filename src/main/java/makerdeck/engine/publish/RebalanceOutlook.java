package makerdeck.engine.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.execution.RebalancePlanner;
import makerdeck.engine.execution.RebalanceTrigger;
import makerdeck.engine.lifecycle.RebalancePermission;
import makerdeck.engine.lifecycle.TradingState;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.risk.TradingGates;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskState;
import makerdeck.strategy.rebalancing.Rebalancer;

/** Says what comes of a ratio beyond its band: a trade and when, what it waits for, or nothing. Engine thread only. */
public final class RebalanceOutlook {

    private final MarketData market;
    private final ParameterHistory history;
    private final TradingGates gates;
    private final RebalancePlanner planner;
    private final RebalanceTrigger trigger;
    private final RebalanceExecution execution;
    private final RebalancePermission permission;
    private final TradingState trading;

    public RebalanceOutlook(
            MarketData market,
            ParameterHistory history,
            TradingGates gates,
            RebalancePlanner planner,
            RebalanceTrigger trigger,
            RebalanceExecution execution,
            RebalancePermission permission,
            TradingState trading) {
        this.market = market;
        this.history = history;
        this.gates = gates;
        this.planner = planner;
        this.trigger = trigger;
        this.execution = execution;
        this.permission = permission;
        this.trading = trading;
    }

    /** {@code rebalance in 23s: sell 9.20}; empty while the ratio is within its band, or is not known. */
    Optional<Message> text(Instant now) {
        var parameters = history.parameters();
        if (execution.isRunning() || !trigger.isTriggered(parameters)) {
            return execution.isRunning() ? Optional.of(Message.of("engine.rebalance.runs")) : Optional.empty();
        }
        if (!parameters.rebalance()) {
            return Optional.of(Message.of("engine.rebalance.off"));
        }
        // Between two looks at the clock what stood in the way may have gone.
        var obstacle = permission.isAutomatic() ? Optional.<Message>empty() : obstacle(now);
        if (obstacle.isPresent()) {
            return Optional.of(Message.of("engine.rebalance.waits", obstacle.get()));
        }
        return Optional.of(planner.plan()
                .map(plan -> comes(plan, now))
                .orElseGet(() -> Message.of("engine.rebalance.waits", Message.of("engine.rebalance.too-little"))));
    }

    private Message comes(Rebalancer.Plan plan, Instant now) {
        var left = Duration.between(now, trigger.due(now));
        return Message.of(
                plan.side() == Side.BID ? "engine.rebalance.buys-in" : "engine.rebalance.sells-in",
                Texts.length(Duration.ofSeconds(Math.max(0, left.toSeconds()))),
                market.rules().text(plan.quantity()));
    }

    private Optional<Message> obstacle(Instant now) {
        if (trading.state() == DeskState.QUOTING) {
            return gates.reason(now);
        }
        var state = Texts.state(trading.state());
        return Optional.of(trading.reason()
                .map(why -> Message.of("engine.state-because", state, why))
                .orElse(state));
    }
}
