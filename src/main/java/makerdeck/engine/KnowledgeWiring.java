package makerdeck.engine;

import java.time.Clock;
import makerdeck.venue.Venue;

/** Puts together what the desk knows: the market, its orders, its books. */
final class KnowledgeWiring {

    final Clock clock;
    final Venue venue;
    final Diary diary;
    final Facts facts;
    final Pulse pulse = new Pulse();
    final SideGuards guards = new SideGuards();
    final Tuning tuning;
    final ClientIds ids;
    final OrderTracker tracker;
    final Externals externals = new Externals();
    final Riddles riddles = new Riddles();
    final Ledger ledger;
    final Scribe scribe;
    final Holdings holdings;
    final News news;

    KnowledgeWiring(EngineSettings settings, Links links) {
        clock = links.clock();
        venue = links.venue();
        var memory = links.memory();
        facts = new Facts(new FeeRates(memory.past().lately().stream()
                .map(fill -> FeeRates.Paid.of(fill, settings.symbol()))
                .toList()));
        ledger = Assembly.ledger(memory.past(), settings.symbol());
        scribe = new Scribe(memory.journal(), facts, ledger);
        diary = new Diary(happening -> {
            scribe.happened(happening);
            links.listener().accept(happening);
        });
        news = new News(clock, diary, scribe, facts, pulse, guards);
        tuning = new Tuning(settings.parameters(), settings.sources(), clock);
        ids = new ClientIds(settings.instanceTag(), memory.numbers());
        tracker = new OrderTracker(news);
        holdings = new Holdings(facts, tuning, ledger, tracker, externals);
    }
}
