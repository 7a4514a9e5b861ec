package makerdeck.engine;

import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.engine.lifecycle.RebalancePermission;
import makerdeck.engine.lifecycle.SessionState;
import makerdeck.engine.lifecycle.Shutdown;
import makerdeck.engine.lifecycle.Standstill;
import makerdeck.engine.lifecycle.TradingState;

/** Puts together what begins, holds and ends a life of the desk. */
final class SessionWiring {

    final SessionState session;
    final Shutdown stopper;
    final QuotePermission permission;
    final TradingState status;
    final RebalancePermission rebalances;
    final HaltSwitch halting;

    SessionWiring(
            KnowledgeWiring known,
            LimitWiring limits,
            ReadingWiring readings,
            RebalanceWiring rebalance,
            boolean mayHaveLeft) {
        session = new SessionState(known.tuning, known.clock.instant());
        stopper = new Shutdown(
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
        status = new TradingState(
                known.diary, known.ids, known.guards, limits.restraint, rebalance.run, standstill, permission);
        rebalances = new RebalancePermission(
                known.clock, limits.gates, limits.sideGates, rebalance.run, session, stopper, status);
        halting = new HaltSwitch(known.clock, known.diary, limits.desk, rebalance.run, session);
    }
}
