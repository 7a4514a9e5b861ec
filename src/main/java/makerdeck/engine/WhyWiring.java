package makerdeck.engine;

import makerdeck.engine.publish.CurveRows;
import makerdeck.engine.publish.GateReport;
import makerdeck.engine.publish.HaltWhy;
import makerdeck.engine.publish.QuotingRows;
import makerdeck.engine.publish.RebalanceOutlook;
import makerdeck.engine.publish.RebalanceWhy;
import makerdeck.engine.publish.StateRow;
import makerdeck.engine.publish.WhyRows;

/** Puts together what says why the desk does what it does. */
final class WhyWiring {

    final StateRow state;
    final QuotingRows quoting;
    final WhyRows rows;
    final CurveRows curve;

    WhyWiring(
            KnowledgeWiring known,
            LimitWiring limits,
            RebalanceWiring rebalance,
            SessionWiring session,
            QuotingWiring quotes) {
        state = new StateRow(session.trading, session.session, limits.strays);
        var outlook = new RebalanceOutlook(
                known.market,
                known.history,
                limits.gates,
                rebalance.planner,
                rebalance.trigger,
                rebalance.execution,
                session.rebalances,
                session.trading);
        quoting = new QuotingRows(known.clock, known.market, quotes.requoter, known.signals, quotes.sides, outlook);
        curve = new CurveRows(known.market, known.history, known.curve);
        rows = new WhyRows(
                state,
                new GateReport(state, quoting, session.permission, quotes.wanted, quotes.sides),
                new RebalanceWhy(
                        known.history,
                        limits.gates,
                        rebalance.planner,
                        rebalance.trigger,
                        session.rebalances,
                        session.trading,
                        outlook),
                new HaltWhy(state, session.session, known.history));
    }
}
