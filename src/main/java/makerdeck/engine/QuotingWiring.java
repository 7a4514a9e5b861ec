package makerdeck.engine;

/** Puts together what quotes. */
final class QuotingWiring {

    final FarLayers far;
    final WantedQuotes wanted;
    final QuotingDesk quoting;
    final SideReasons sides;

    QuotingWiring(KnowledgeWiring known, LimitWiring limits, QuotePermission permission) {
        far = new FarLayers(known.clock, known.diary, known.facts);
        wanted = new WantedQuotes(
                known.facts, known.tuning, known.tracker, known.holdings, known.pulse, known.guards, far, permission);
        quoting = new QuotingDesk(
                known.clock,
                known.facts,
                known.tuning,
                known.tracker,
                wanted,
                far,
                new Admission(known.facts, known.tuning, known.tracker, known.holdings, known.guards),
                new QuoteSender(known.tracker, limits.desk, known.pulse, known.guards));
        sides = new SideReasons(known.clock, known.tracker, quoting, known.guards);
    }
}
