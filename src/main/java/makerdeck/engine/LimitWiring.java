package makerdeck.engine;

import makerdeck.engine.execution.OrderGateway;
import makerdeck.engine.market.ReferencePrice;
import makerdeck.engine.risk.LendingLimits;
import makerdeck.engine.risk.PreTradeLimits;
import makerdeck.engine.risk.ReduceOnly;
import makerdeck.engine.risk.SideGates;
import makerdeck.engine.risk.StrayOrderWatch;
import makerdeck.engine.risk.TradingGates;

/** Puts together what keeps the desk from risk. */
final class LimitWiring {

    final ReferencePrice median;
    final TradingGates gates;
    final ReduceOnly restraint;
    final SideGates sideGates;
    final PreTradeLimits limits;
    final LendingLimits lending;
    final StrayOrderWatch exposure;
    final OrderGateway desk;

    LimitWiring(KnowledgeWiring known) {
        median = new ReferencePrice(known.facts);
        gates = new TradingGates(known.facts, median);
        restraint = new ReduceOnly(known.clock, known.facts, known.tuning, known.tracker, known.ledger, known.holdings);
        sideGates = new SideGates(known.tracker, known.riddles, gates, restraint);
        limits = new PreTradeLimits(
                known.facts,
                known.tuning,
                known.tracker,
                known.externals,
                known.riddles,
                known.ledger,
                median,
                restraint);
        lending = new LendingLimits(known.clock, known.diary, known.facts, known.tuning, known.tracker, known.guards);
        exposure = new StrayOrderWatch(known.diary, known.tracker, gates);
        desk = new OrderGateway(known.venue, known.clock, known.ids, known.facts, known.tuning, known.tracker, limits);
    }
}
