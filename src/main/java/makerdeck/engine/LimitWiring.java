package makerdeck.engine;

/** Puts together what keeps the desk from risk. */
final class LimitWiring {

    final SlowMedian median;
    final Gates gates;
    final Restraint restraint;
    final SideGates sideGates;
    final RiskGate limits;
    final Lending lending;
    final Exposure exposure;
    final OrderDesk desk;

    LimitWiring(KnowledgeWiring known) {
        median = new SlowMedian(known.facts);
        gates = new Gates(known.facts, median);
        restraint = new Restraint(known.clock, known.facts, known.tuning, known.tracker, known.ledger, known.holdings);
        sideGates = new SideGates(known.tracker, known.riddles, gates, restraint);
        limits = new RiskGate(
                known.facts,
                known.tuning,
                known.tracker,
                known.externals,
                known.riddles,
                known.ledger,
                median,
                restraint);
        lending = new Lending(known.clock, known.diary, known.facts, known.tuning, known.tracker, known.guards);
        exposure = new Exposure(known.diary, known.tracker, gates);
        desk = new OrderDesk(known.venue, known.clock, known.ids, known.facts, known.tuning, known.tracker, limits);
    }
}
