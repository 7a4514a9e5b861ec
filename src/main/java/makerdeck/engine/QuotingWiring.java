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

    final RefusedLayers far;
    final WantedQuotes wanted;
    final Requoter quoting;
    final SideReasons sides;

    QuotingWiring(KnowledgeWiring known, LimitWiring limits, QuotePermission permission) {
        far = new RefusedLayers(known.clock, known.diary, known.facts);
        wanted = new WantedQuotes(
                known.facts, known.tuning, known.tracker, known.holdings, known.pulse, known.guards, far, permission);
        quoting = new Requoter(
                known.clock,
                known.facts,
                known.tuning,
                known.tracker,
                wanted,
                far,
                new OrderAdmission(known.facts, known.tuning, known.tracker, known.holdings, known.guards),
                new QuoteSender(known.tracker, limits.desk, known.pulse, known.guards));
        sides = new SideReasons(known.clock, known.tracker, quoting, known.guards);
    }
}
