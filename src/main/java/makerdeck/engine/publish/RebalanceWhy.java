package makerdeck.engine.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import makerdeck.engine.execution.RebalancePlanner;
import makerdeck.engine.execution.RebalanceTrigger;
import makerdeck.engine.lifecycle.RebalancePermission;
import makerdeck.engine.lifecycle.TradingState;
import makerdeck.engine.log.Texts;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.risk.TradingGates;
import makerdeck.message.Denial;
import makerdeck.message.Message;
import makerdeck.snapshot.Why.Kind;
import makerdeck.snapshot.Why.Row;

/** Why a rebalance runs, comes or does not: all that is asked before one starts by itself. Engine thread only. */
public final class RebalanceWhy {

    private final ParameterHistory history;
    private final TradingGates gates;
    private final RebalancePlanner planner;
    private final RebalanceTrigger trigger;
    private final RebalancePermission permission;
    private final TradingState trading;
    private final RebalanceOutlook outlook;

    public RebalanceWhy(
            ParameterHistory history,
            TradingGates gates,
            RebalancePlanner planner,
            RebalanceTrigger trigger,
            RebalancePermission permission,
            TradingState trading,
            RebalanceOutlook outlook) {
        this.history = history;
        this.gates = gates;
        this.planner = planner;
        this.trigger = trigger;
        this.permission = permission;
        this.trading = trading;
        this.outlook = outlook;
    }

    List<Row> rows(Instant now) {
        var parameters = history.parameters();
        var rows = new ArrayList<Row>();
        rows.add(new Row(Kind.HEAD, outlook.text(now).orElseGet(this::none)));
        var asked = new ArrayList<Optional<Message>>();
        var names = List.of("switch", "ratio", "state", "facts", "size", "due");
        asked.add(
                parameters.rebalance() ? Optional.empty() : Optional.of(Message.of("engine.why.rebalance.switch-off")));
        asked.add(trigger.isTriggered(parameters) ? Optional.empty() : Optional.of(ratio()));
        asked.add(permission.mayStartIn(trading.state()) ? Optional.empty() : Optional.of(inState()));
        asked.add(gates.reason(now));
        asked.add(
                planner.plan().isPresent() ? Optional.empty() : Optional.of(Message.of("engine.rebalance.too-little")));
        // What starts when nothing else is shut is said only then.
        var due = asked.stream().allMatch(Optional::isEmpty);
        asked.add(due ? Optional.of(Message.of("engine.why.rebalance.waits-for", left(now))) : Optional.empty());
        var holds = true;
        for (int i = 0; i < names.size(); i++) {
            var name = Message.of("engine.why.rebalance." + names.get(i));
            var shut = asked.get(i);
            var answer = shut.orElseGet(() -> Message.of("engine.why.open"));
            var kind = shut.isEmpty() ? Kind.OPEN : holds ? Kind.HOLDS : Kind.SHUT;
            if (kind == Kind.HOLDS) {
                answer = Message.of("engine.why.holds", answer);
                shut.flatMap(why -> GateReport.next(Denial.of(why)))
                        .ifPresent(next -> rows.add(1, new Row(Kind.NEXT, next)));
                holds = false;
            }
            rows.add(new Row(kind, Message.of("engine.why.gate-of", i + 1, name, answer), name));
        }
        return rows;
    }

    private Message none() {
        return Message.of("engine.why.rebalance.none", ratio());
    }

    /** How it stands while it asks for no trade. */
    private Message ratio() {
        return Message.of(trigger.isKnown() ? "engine.why.rebalance.within" : "engine.why.rebalance.unknown");
    }

    private Message inState() {
        var state = Texts.state(trading.state());
        return trading.reason()
                .map(why -> Message.of("engine.state-because", state, why))
                .orElse(state);
    }

    private String left(Instant now) {
        return Texts.length(Duration.between(now, trigger.due(now)).plusMillis(999));
    }
}
