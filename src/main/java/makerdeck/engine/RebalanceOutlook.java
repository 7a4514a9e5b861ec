package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.Side;
import makerdeck.snapshot.DeskState;
import makerdeck.strategy.Rebalancer;
import makerdeck.words.Words;

/** Says what comes of a ratio beyond its band: a trade and when, what it waits for, or nothing. Engine thread only. */
final class RebalanceOutlook {

    private final Parts parts;
    private final Core core;

    RebalanceOutlook(Parts parts) {
        this.parts = parts;
        core = parts.core();
    }

    /** {@code rebalance in 23s: sell 9.20}; empty while the ratio is within its band, or is not known. */
    String text(Instant now) {
        var parameters = core.tuning().parameters();
        var run = parts.rebalance();
        if (run.isRunning() || !run.trigger().isTriggered(parameters)) {
            return run.isRunning() ? Words.say("engine.rebalance.runs") : "";
        }
        if (!parameters.rebalance()) {
            return Words.say("engine.rebalance.off");
        }
        if (!parts.status().mayRebalance()) {
            return Words.say("engine.rebalance.waits", obstacle(now));
        }
        return run.plan()
                .map(plan -> comes(plan, now))
                .orElseGet(() -> Words.say("engine.rebalance.waits", Words.say("engine.rebalance.too-little")));
    }

    private String comes(Rebalancer.Plan plan, Instant now) {
        var left = Duration.between(now, parts.rebalance().trigger().due(now));
        return Words.say(
                plan.side() == Side.BID ? "engine.rebalance.buys-in" : "engine.rebalance.sells-in",
                Texts.length(Duration.ofSeconds(Math.max(0, left.toSeconds()))),
                core.facts().market().text(plan.quantity()));
    }

    private String obstacle(Instant now) {
        var status = parts.status();
        if (status.state() == DeskState.QUOTING) {
            return parts.gates().reason(now);
        }
        var state = Texts.state(status.state());
        return status.reason().isEmpty() ? state : Words.say("engine.state-because", state, status.reason());
    }
}
