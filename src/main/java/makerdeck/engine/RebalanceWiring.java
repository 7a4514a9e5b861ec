package makerdeck.engine;

/** Puts together what trades towards the target. */
final class RebalanceWiring {

    final RebalancePlanner planner;
    final RebalanceTrigger trigger;
    final RebalanceRun run;

    RebalanceWiring(KnowledgeWiring known, LimitWiring limits) {
        planner = new RebalancePlanner(
                known.clock, known.facts, known.tuning, known.tracker, known.ledger, known.holdings);
        trigger = new RebalanceTrigger(known.facts, known.tuning, known.ledger, known.holdings);
        run = new RebalanceRun(
                known.clock,
                limits.sideGates,
                known.pulse,
                planner,
                trigger,
                new RebalanceOrders(known.facts, known.tracker, known.holdings, limits.desk),
                new RebalanceReport(known.diary, known.facts, known.ledger, known.holdings));
    }
}
