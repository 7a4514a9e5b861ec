package makerdeck.engine;

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
                known.diary,
                known.tracker,
                limits.restraint,
                session.session,
                session.halting,
                () -> RestingOrders.of(known.ids, known.facts, known.tracker, known.riddles));
        var refusals = new OrderRefusalPolicy(
                known.clock, known.diary, lockout, readings.reconciler, quoting.far, limits.lending, known.guards);
        var cancels = new CancelRefusalPolicy(known.clock, known.venue, known.tracker, lockout, session.halting);
        venue = new VenueEventHandler(
                connection(known, limits, readings, session),
                new MarketEvents(known.clock, known.diary, known.facts, known.tracker, known.pulse, known.ledger),
                orders(known, limits, readings, session, refusals),
                new RequestAnswers(
                        known.clock, known.diary, known.tracker, limits.exposure, refusals, cancels, lockout),
                new EvidenceEvents(readings.evidence, readings.bookings.doubts(), cancels, limits.desk),
                new FillEvents(readings.bookings, readings.reconciler, readings.evidence),
                balances(known, limits, readings, rebalance, session));
    }

    private static ConnectionEvents connection(
            KnowledgeWiring known, LimitWiring limits, ReadingWiring readings, SessionWiring session) {
        return new ConnectionEvents(
                known.clock,
                known.diary,
                known.facts,
                known.pulse,
                readings.warmUp,
                limits.gates,
                readings.reconciler,
                session.halting);
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
                limits.desk,
                readings.adoption,
                readings.reconciler,
                refusals,
                new OtherDeskWatch(known.ids, known.externals, session.session, session.halting));
    }

    private static BalanceEvents balances(
            KnowledgeWiring known,
            LimitWiring limits,
            ReadingWiring readings,
            RebalanceWiring rebalance,
            SessionWiring session) {
        var check = new BalanceReconciliation(
                known.clock,
                known.diary,
                known.facts,
                known.tracker,
                known.ledger,
                known.scribe,
                new BalancePlausibility(known.facts, known.tracker, known.externals, known.ledger),
                readings.reconciler,
                limits.gates,
                readings.interest,
                session.halting);
        return new BalanceEvents(
                known.facts,
                check,
                readings.interest,
                readings.converter,
                limits.lending,
                readings.reconciler,
                rebalance.run,
                session.rebalances);
    }
}
