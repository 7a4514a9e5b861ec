package makerdeck.engine.operator;

import java.time.Clock;
import makerdeck.command.DeskCommand;
import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.execution.RebalancePlanner;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.lifecycle.RebalancePermission;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.message.Message;
import makerdeck.strategy.rebalancing.Rebalancer;

/** Starts, tries out and stops a rebalance on the operator's word. Engine thread only. */
public final class RebalanceCommands {

    private final Clock clock;
    private final MarketData market;
    private final RebalancePlanner planner;
    private final RebalanceExecution rebalance;
    private final RebalancePermission permission;
    private final RebalancePreview preview;
    private final Requoter requoter;

    public RebalanceCommands(
            Clock clock,
            MarketData market,
            RebalancePlanner planner,
            RebalanceExecution rebalance,
            RebalancePermission permission,
            RebalancePreview preview,
            Requoter requoter) {
        this.clock = clock;
        this.market = market;
        this.planner = planner;
        this.rebalance = rebalance;
        this.permission = permission;
        this.preview = preview;
        this.requoter = requoter;
    }

    CommandResult obey(DeskCommand.Rebalance command) {
        if (command.mode() == DeskCommand.Rebalance.Mode.STOP) {
            return stop();
        }
        return planner.plan()
                .map(plan -> command.mode() == DeskCommand.Rebalance.Mode.DRY ? tryOut(plan) : start(plan))
                .orElseGet(() -> CommandResult.nothing(preview.nothing()));
    }

    private CommandResult stop() {
        var running = rebalance.isRunning();
        rebalance.stop(Message.of("engine.rebalance.stopped-by-you"));
        return running
                ? CommandResult.done(Message.of("engine.rebalance.stopping"))
                : CommandResult.nothing(Message.of("engine.rebalance.none-runs"));
    }

    private CommandResult tryOut(Rebalancer.Plan plan) {
        var rules = market.rules();
        return CommandResult.done(
                Message.of("engine.rebalance.would", plan.text(rules), RebalancePreview.budget(plan, rules)));
    }

    /** No more than the operator was shown and said yes to. */
    private CommandResult start(Rebalancer.Plan plan) {
        var obstacle = permission.obstacle();
        if (obstacle.isPresent()) {
            return CommandResult.refused(obstacle.get());
        }
        var rules = market.rules();
        var agreed = preview.agreed(plan, clock.instant());
        if (agreed.isEmpty()) {
            return CommandResult.refused(Message.of("engine.rebalance.turned", plan.text(rules)));
        }
        rebalance.start(agreed.get(), true);
        requoter.review(true);
        return CommandResult.done(agreed.get().text(rules));
    }
}
