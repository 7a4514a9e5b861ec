package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.Side;
import makerdeck.snapshot.DeskState;
import makerdeck.strategy.Rebalancer;
import makerdeck.words.Words;

/** Says what comes of a ratio beyond its band: a trade and when, what it waits for, or nothing. Engine thread only. */
final class RebalanceOutlook {

    private final Facts facts;
    private final Tuning tuning;
    private final Gates gates;
    private final RebalancePlanner planner;
    private final RebalanceTrigger trigger;
    private final RebalanceRun run;
    private final RebalancePermission permission;
    private final DeskStatus status;

    RebalanceOutlook(
            Facts facts,
            Tuning tuning,
            Gates gates,
            RebalancePlanner planner,
            RebalanceTrigger trigger,
            RebalanceRun run,
            RebalancePermission permission,
            DeskStatus status) {
        this.facts = facts;
        this.tuning = tuning;
        this.gates = gates;
        this.planner = planner;
        this.trigger = trigger;
        this.run = run;
        this.permission = permission;
        this.status = status;
    }

    /** {@code rebalance in 23s: sell 9.20}; empty while the ratio is within its band, or is not known. */
    String text(Instant now) {
        var parameters = tuning.parameters();
        if (run.isRunning() || !trigger.isTriggered(parameters)) {
            return run.isRunning() ? Words.say("engine.rebalance.runs") : "";
        }
        if (!parameters.rebalance()) {
            return Words.say("engine.rebalance.off");
        }
        if (!permission.isAutomatic()) {
            return Words.say("engine.rebalance.waits", obstacle(now));
        }
        return planner.plan()
                .map(plan -> comes(plan, now))
                .orElseGet(() -> Words.say("engine.rebalance.waits", Words.say("engine.rebalance.too-little")));
    }

    private String comes(Rebalancer.Plan plan, Instant now) {
        var left = Duration.between(now, trigger.due(now));
        return Words.say(
                plan.side() == Side.BID ? "engine.rebalance.buys-in" : "engine.rebalance.sells-in",
                Texts.length(Duration.ofSeconds(Math.max(0, left.toSeconds()))),
                facts.market().text(plan.quantity()));
    }

    private String obstacle(Instant now) {
        if (status.state() == DeskState.QUOTING) {
            return gates.reason(now);
        }
        var state = Texts.state(status.state());
        return status.reason().isEmpty() ? state : Words.say("engine.state-because", state, status.reason());
    }
}
