package makerdeck.engine;

import makerdeck.engine.execution.QuoteSender;
import makerdeck.engine.execution.RefusedLayers;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.execution.SideReasons;
import makerdeck.engine.execution.WantedQuotes;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.engine.risk.OrderAdmission;

/** Puts together what quotes. */
final class QuotingWiring {

    final RefusedLayers refused;
    final WantedQuotes wanted;
    final Requoter requoter;
    final SideReasons sides;

    QuotingWiring(KnowledgeWiring known, LimitWiring limits, QuotePermission permission) {
        refused = new RefusedLayers(known.clock, known.log, known.market);
        wanted = new WantedQuotes(
                known.market,
                known.history,
                known.tracker,
                known.available,
                known.signals,
                known.sideStates,
                refused,
                permission);
        requoter = new Requoter(
                known.clock,
                known.market,
                known.connection,
                known.history,
                known.tracker,
                wanted,
                refused,
                new OrderAdmission(
                        known.market, known.account, known.history, known.tracker, known.available, known.sideStates),
                new QuoteSender(known.tracker, limits.gateway, known.signals, known.sideStates));
        sides = new SideReasons(known.clock, known.tracker, requoter, known.sideStates);
    }
}
