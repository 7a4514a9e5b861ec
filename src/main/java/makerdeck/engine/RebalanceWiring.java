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
                known.clock, known.market, known.history, known.tracker, known.ledger, known.available);
        trigger = new RebalanceTrigger(known.market, known.account, known.history, known.ledger, known.available);
        execution = new RebalanceExecution(
                known.clock,
                limits.sideGates,
                known.signals,
                planner,
                trigger,
                new RebalanceOrders(known.market, known.tracker, known.available, limits.gateway),
                new RebalanceReport(known.log, known.market, known.ledger, known.available));
    }
}
