package makerdeck.engine;

import java.time.Clock;
import java.util.Optional;
import makerdeck.command.DeskCommand;
import makerdeck.strategy.Rebalancer;
import makerdeck.words.Words;

/** Starts, tries out and stops a rebalance on the operator's word. Engine thread only. */
final class RebalanceDesk {

    private final Clock clock;
    private final Facts facts;
    private final RebalancePlanner planner;
    private final RebalanceRun rebalance;
    private final RebalancePermission permission;
    private final RebalancePreview preview;
    private final QuotingDesk quoting;

    RebalanceDesk(
            Clock clock,
            Facts facts,
            RebalancePlanner planner,
            RebalanceRun rebalance,
            RebalancePermission permission,
            RebalancePreview preview,
            QuotingDesk quoting) {
        this.clock = clock;
        this.facts = facts;
        this.planner = planner;
        this.rebalance = rebalance;
        this.permission = permission;
        this.preview = preview;
        this.quoting = quoting;
    }

    Answer obey(DeskCommand.Rebalance command) {
        if (command.mode() == DeskCommand.Rebalance.Mode.STOP) {
            return stop();
        }
        return planner.plan()
                .map(plan -> command.mode() == DeskCommand.Rebalance.Mode.DRY ? tryOut(plan) : start(plan))
                .orElseGet(() -> Answer.refused(Words.say("engine.rebalance.nothing")));
    }

    private Answer stop() {
        var running = rebalance.isRunning();
        rebalance.stop(Words.say("engine.rebalance.stopped-by-you"));
        return running
                ? Answer.done(Words.say("engine.rebalance.stopping"))
                : Answer.refused(Words.say("engine.rebalance.none-runs"));
    }

    private Answer tryOut(Rebalancer.Plan plan) {
        var market = facts.market();
        return Answer.done(
                Words.say("engine.rebalance.would", plan.text(market), RebalancePreview.budget(plan, market)));
    }

    /** No more than the operator was shown and said yes to. */
    private Answer start(Rebalancer.Plan plan) {
        var obstacle = permission.obstacle();
        if (!obstacle.isEmpty()) {
            return Answer.refused(obstacle);
        }
        var market = facts.market();
        var agreed = preview.shown(clock.instant()).map(plan::agreed).orElse(Optional.of(plan));
        if (agreed.isEmpty()) {
            return Answer.refused(Words.say("engine.rebalance.turned", plan.text(market)));
        }
        rebalance.start(agreed.get(), true);
        quoting.review(true);
        return Answer.done(agreed.get().text(market));
    }
}
