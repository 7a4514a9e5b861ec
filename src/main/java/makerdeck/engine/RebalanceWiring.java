package makerdeck.engine;

import makerdeck.engine.execution.RebalanceExecution;
import makerdeck.engine.execution.RebalanceOrders;
import makerdeck.engine.execution.RebalancePlanner;
import makerdeck.engine.execution.RebalanceReport;
import makerdeck.engine.execution.RebalanceTrigger;

/** Puts together what trades towards the target. */
final class RebalanceWiring {

    final RebalancePlanner planner;
    final RebalanceTrigger trigger;
    final RebalanceExecution execution;

    RebalanceWiring(KnowledgeWiring known, LimitWiring limits) {
        planner = new RebalancePlanner(
                known.clock, known.facts, known.history, known.tracker, known.ledger, known.available);
        trigger = new RebalanceTrigger(known.facts, known.history, known.ledger, known.available);
        execution = new RebalanceExecution(
                known.clock,
                limits.sideGates,
                known.signals,
                planner,
                trigger,
                new RebalanceOrders(known.facts, known.tracker, known.available, limits.gateway),
                new RebalanceReport(known.log, known.facts, known.ledger, known.available));
    }
}
