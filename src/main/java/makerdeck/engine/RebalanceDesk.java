package makerdeck.engine;

import java.util.Optional;
import makerdeck.command.DeskCommand;
import makerdeck.strategy.Rebalancer;
import makerdeck.words.Words;

/** Starts, tries out and stops a rebalance on the operator's word. Engine thread only. */
final class RebalanceDesk {

    private final Parts parts;
    private final Core core;
    private final Previewer previewer;

    RebalanceDesk(Parts parts, Previewer previewer) {
        this.parts = parts;
        core = parts.core();
        this.previewer = previewer;
    }

    Answer obey(DeskCommand.Rebalance command) {
        if (command.mode() == DeskCommand.Rebalance.Mode.STOP) {
            return stop();
        }
        return parts.rebalance()
                .plan()
                .map(plan -> command.mode() == DeskCommand.Rebalance.Mode.DRY ? tryOut(plan) : start(plan))
                .orElseGet(() -> Answer.refused(Words.say("engine.rebalance.nothing")));
    }

    private Answer stop() {
        var running = parts.rebalance().isRunning();
        parts.rebalance().stop(Words.say("engine.rebalance.stopped-by-you"));
        return running
                ? Answer.done(Words.say("engine.rebalance.stopping"))
                : Answer.refused(Words.say("engine.rebalance.none-runs"));
    }

    private Answer tryOut(Rebalancer.Plan plan) {
        var market = core.facts().market();
        return Answer.done(Words.say("engine.rebalance.would", plan.text(market), Previewer.budget(plan, market)));
    }

    /** No more than the operator was shown and said yes to. */
    private Answer start(Rebalancer.Plan plan) {
        var obstacle = parts.status().obstacle();
        if (!obstacle.isEmpty()) {
            return Answer.refused(obstacle);
        }
        var market = core.facts().market();
        var agreed = previewer.shown(core.now()).map(plan::agreed).orElse(Optional.of(plan));
        if (agreed.isEmpty()) {
            return Answer.refused(Words.say("engine.rebalance.turned", plan.text(market)));
        }
        parts.rebalance().start(agreed.get(), true);
        parts.quoting().review(true);
        return Answer.done(agreed.get().text(market));
    }
}
