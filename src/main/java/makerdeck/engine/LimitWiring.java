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

    final ReferencePrice reference;
    final TradingGates gates;
    final ReduceOnly reduceOnly;
    final SideGates sideGates;
    final PreTradeLimits limits;
    final LendingLimits lending;
    final StrayOrderWatch strays;
    final OrderGateway gateway;

    LimitWiring(KnowledgeWiring known) {
        reference = new ReferencePrice(known.market);
        gates = new TradingGates(known.market, known.connection, known.account, reference);
        reduceOnly = new ReduceOnly(
                known.clock,
                known.market,
                known.connection,
                known.history,
                known.tracker,
                known.ledger,
                known.available);
        sideGates = new SideGates(known.tracker, known.unreadable, gates, reduceOnly);
        limits = new PreTradeLimits(
                known.market,
                known.history,
                known.tracker,
                known.foreign,
                known.unreadable,
                known.ledger,
                reference,
                reduceOnly);
        lending = new LendingLimits(
                known.clock, known.log, known.market, known.account, known.history, known.tracker, known.sideStates);
        strays = new StrayOrderWatch(known.log, known.tracker, gates);
        gateway = new OrderGateway(
                known.venue, known.clock, known.ids, known.account, known.history, known.tracker, limits);
    }
}
