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
    final RebalanceExecution run;

    RebalanceWiring(KnowledgeWiring known, LimitWiring limits) {
        planner = new RebalancePlanner(
                known.clock, known.facts, known.tuning, known.tracker, known.ledger, known.holdings);
        trigger = new RebalanceTrigger(known.facts, known.tuning, known.ledger, known.holdings);
        run = new RebalanceExecution(
                known.clock,
                limits.sideGates,
                known.pulse,
                planner,
                trigger,
                new RebalanceOrders(known.facts, known.tracker, known.holdings, limits.desk),
                new RebalanceReport(known.diary, known.facts, known.ledger, known.holdings));
    }
}
