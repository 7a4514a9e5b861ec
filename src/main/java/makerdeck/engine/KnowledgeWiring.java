package makerdeck.engine;

import java.time.Clock;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.JournalWriter;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.FeeRates;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.UnreadableOrders;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.risk.SideStates;
import makerdeck.venue.Venue;

/** Puts together what the desk knows: the market, its orders, its books. */
final class KnowledgeWiring {

    final Clock clock;
    final Venue venue;
    final EventLog diary;
    final MarketData facts;
    final MarketSignals pulse = new MarketSignals();
    final SideStates guards = new SideStates();
    final ParameterHistory tuning;
    final ClientIdAllocator ids;
    final OrderTracker tracker;
    final ForeignOrders externals = new ForeignOrders();
    final UnreadableOrders riddles = new UnreadableOrders();
    final Ledger ledger;
    final JournalWriter scribe;
    final AvailableBalances holdings;
    final OrderEventRelay news;

    KnowledgeWiring(EngineSettings settings, EnginePorts links) {
        clock = links.clock();
        venue = links.venue();
        var memory = links.memory();
        facts = new MarketData(new FeeRates(memory.past().lately().stream()
                .map(fill -> FeeRates.Paid.of(fill, settings.symbol()))
                .toList()));
        ledger = EngineWiring.ledger(memory.past(), settings.symbol());
        scribe = new JournalWriter(memory.journal(), facts, ledger);
        diary = new EventLog(happening -> {
            scribe.happened(happening);
            links.listener().accept(happening);
        });
        news = new OrderEventRelay(clock, diary, scribe, facts, pulse, guards);
        tuning = new ParameterHistory(settings.parameters(), settings.sources(), clock);
        ids = new ClientIdAllocator(settings.instanceTag(), memory.numbers());
        tracker = new OrderTracker(news);
        holdings = new AvailableBalances(facts, tuning, ledger, tracker, externals);
    }
}
