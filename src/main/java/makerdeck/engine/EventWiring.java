package makerdeck.engine;

import makerdeck.engine.lifecycle.BalanceBooking;
import makerdeck.engine.lifecycle.BalanceDoubts;
import makerdeck.engine.lifecycle.BalancePlausibility;
import makerdeck.engine.lifecycle.BalanceReconciliation;
import makerdeck.engine.lifecycle.CancelRefusalPolicy;
import makerdeck.engine.lifecycle.OrderRefusalPolicy;
import makerdeck.engine.lifecycle.OtherDeskWatch;
import makerdeck.engine.lifecycle.VenueLockout;
import makerdeck.engine.orders.RestingOrders;

/** Puts together what takes in the venue's events. */
final class EventWiring {

    final VenueEventHandler venue;

    EventWiring(
            KnowledgeWiring known,
            LimitWiring limits,
            ReadingWiring readings,
            RebalanceWiring rebalance,
            SessionWiring session,
            QuotingWiring quoting) {
        var lockout = new VenueLockout(
                known.clock,
                known.log,
                known.tracker,
                limits.reduceOnly,
                session.session,
                session.haltSwitch,
                () -> RestingOrders.of(known.ids, known.market, known.tracker, known.unreadable));
        var refusals = new OrderRefusalPolicy(
                known.clock,
                known.log,
                lockout,
                readings.reconciliation,
                quoting.refused,
                limits.lending,
                known.sideStates);
        var cancels = new CancelRefusalPolicy(known.clock, known.venue, known.tracker, lockout, session.haltSwitch);
        venue = new VenueEventHandler(
                connection(known, limits, readings, session),
                new MarketEvents(
                        known.clock,
                        known.log,
                        known.market,
                        known.connection,
                        known.tracker,
                        known.signals,
                        known.curve,
                        known.ledger,
                        known.programme),
                orders(known, limits, readings, session, refusals),
                new RequestAnswers(known.clock, known.log, known.tracker, limits.strays, refusals, cancels, lockout),
                new EvidenceEvents(readings.resolver, readings.booking.doubts(), cancels, limits.gateway),
                new FillEvents(readings.booking, readings.reconciliation, readings.resolver),
                balances(known, limits, readings, rebalance, session));
    }

    private static ConnectionEvents connection(
            KnowledgeWiring known, LimitWiring limits, ReadingWiring readings, SessionWiring session) {
        return new ConnectionEvents(
                known.clock,
                known.log,
                known.market,
                known.connection,
                known.signals,
                readings.warmUp,
                limits.gates,
                readings.reconciliation,
                session.haltSwitch);
    }

    private static OrderEvents orders(
            KnowledgeWiring known,
            LimitWiring limits,
            ReadingWiring readings,
            SessionWiring session,
            OrderRefusalPolicy refusals) {
        return new OrderEvents(
                known.clock,
                known.ids,
                known.tracker,
                limits.gateway,
                readings.adoption,
                readings.reconciliation,
                refusals,
                new OtherDeskWatch(known.ids, known.foreign, session.session, session.haltSwitch),
                session.guardians);
    }

    private static BalanceEvents balances(
            KnowledgeWiring known,
            LimitWiring limits,
            ReadingWiring readings,
            RebalanceWiring rebalance,
            SessionWiring session) {
        var balanceReconciliation = new BalanceReconciliation(
                known.clock,
                known.market,
                known.account,
                known.tracker,
                known.ledger,
                new BalancePlausibility(known.market, known.tracker, known.foreign, known.ledger),
                readings.reconciliation,
                readings.interest,
                new BalanceDoubts(known.clock, known.log, limits.gates, readings.reconciliation, readings.interest),
                new BalanceBooking(
                        known.clock,
                        known.log,
                        known.market,
                        known.connection,
                        known.ledger,
                        known.journal,
                        session.haltSwitch));
        return new BalanceEvents(
                known.account,
                balanceReconciliation,
                readings.interest,
                readings.converter,
                limits.lending,
                readings.reconciliation,
                rebalance.execution,
                session.rebalances);
    }
}
