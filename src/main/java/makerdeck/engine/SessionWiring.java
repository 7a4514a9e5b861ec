package makerdeck.engine;

/** Puts together what begins, holds and ends a life of the desk. */
final class SessionWiring {

    final Session session;
    final Stopper stopper;
    final QuotePermission permission;
    final DeskStatus status;
    final RebalancePermission rebalances;
    final Halting halting;

    SessionWiring(
            KnowledgeWiring known,
            LimitWiring limits,
            ReadingWiring readings,
            RebalanceWiring rebalance,
            boolean mayHaveLeft) {
        session = new Session(known.tuning, known.clock.instant());
        stopper = new Stopper(
                known.clock,
                known.ids,
                known.facts,
                known.tracker,
                known.riddles,
                limits.desk,
                readings.reconciler,
                mayHaveLeft);
        var standstill = new Standstill(known.facts, known.ledger, limits.gates, session, stopper);
        permission = new QuotePermission(
                known.clock, known.ids, known.tracker, known.guards, limits.sideGates, rebalance.run, standstill);
        status = new DeskStatus(
                known.diary, known.ids, known.guards, limits.restraint, rebalance.run, standstill, permission);
        rebalances = new RebalancePermission(
                known.clock, limits.gates, limits.sideGates, rebalance.run, session, stopper, status);
        halting = new Halting(known.clock, known.diary, limits.desk, rebalance.run, session);
    }
}
