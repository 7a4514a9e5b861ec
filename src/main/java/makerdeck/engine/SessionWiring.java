package makerdeck.engine;

import makerdeck.engine.lifecycle.GuardianWatch;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.engine.lifecycle.RebalancePermission;
import makerdeck.engine.lifecycle.SessionState;
import makerdeck.engine.lifecycle.Shutdown;
import makerdeck.engine.lifecycle.Standstill;
import makerdeck.engine.lifecycle.TradingState;
import makerdeck.engine.operator.HaltEnds;
import makerdeck.engine.operator.HaltWatch;

/** Puts together what begins, holds and ends a life of the desk. */
final class SessionWiring {

    final SessionState session;
    final Shutdown shutdown;
    final QuotePermission permission;
    final TradingState trading;
    final RebalancePermission rebalances;
    final HaltSwitch haltSwitch;
    final HaltWatch haltWatch;
    final GuardianWatch guardians;

    SessionWiring(
            KnowledgeWiring known,
            LimitWiring limits,
            ReadingWiring readings,
            RebalanceWiring rebalance,
            boolean mayHaveLeft) {
        session = new SessionState(known.history, known.clock.instant());
        shutdown = new Shutdown(
                known.clock,
                known.ids,
                known.market,
                known.tracker,
                known.unreadable,
                limits.gateway,
                readings.reconciliation,
                mayHaveLeft);
        var standstill = new Standstill(known.market, known.connection, known.ledger, limits.gates, session, shutdown);
        permission = new QuotePermission(
                known.clock,
                known.ids,
                known.tracker,
                known.sideStates,
                limits.sideGates,
                rebalance.execution,
                standstill);
        trading = new TradingState(
                known.log, known.ids, known.sideStates, limits.reduceOnly, rebalance.execution, standstill, permission);
        rebalances = new RebalancePermission(
                known.clock, limits.gates, limits.sideGates, rebalance.execution, session, shutdown, trading);
        haltSwitch = new HaltSwitch(known.clock, known.log, limits.gateway, rebalance.execution, session);
        guardians = new GuardianWatch(known.ids, known.connection, session, shutdown, haltSwitch);
        haltWatch = new HaltWatch(
                known.log,
                known.history,
                limits.sideGates,
                limits.limits,
                session,
                shutdown,
                haltSwitch,
                new HaltEnds(
                        known.market,
                        known.connection,
                        known.ids,
                        known.tracker,
                        known.foreign,
                        known.ledger,
                        limits.gates,
                        limits.reference,
                        limits.limits,
                        readings.reconciliation,
                        session));
    }
}
