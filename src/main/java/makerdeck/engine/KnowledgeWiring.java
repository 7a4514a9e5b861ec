package makerdeck.engine;

import java.time.Clock;
import java.time.Instant;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.JournalWriter;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.LateListener;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.FeeRates;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.meter.ProgrammeMeter;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.UnreadableOrders;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.risk.SideStates;
import makerdeck.strategy.curve.FillCurve;
import makerdeck.venue.Venue;

/** Puts together what the desk knows: the market, its orders, its books. */
final class KnowledgeWiring {

    final Clock clock;
    final Venue venue;
    final LateListener listeners;
    final EventLog log;
    final MarketData market;
    final ConnectionState connection = new ConnectionState();
    final AccountReading account = new AccountReading();
    final MarketSignals signals = new MarketSignals();
    final FillCurve curve = new FillCurve();
    final SideStates sideStates = new SideStates();
    final ParameterHistory history;
    final ClientIdAllocator ids;
    final OrderTracker tracker;
    final ForeignOrders foreign = new ForeignOrders();
    final UnreadableOrders unreadable = new UnreadableOrders();
    final Ledger ledger;
    final JournalWriter journal;
    final AvailableBalances available;
    final OrderEventRelay relay;
    final ProgrammeMeter programme;

    KnowledgeWiring(EngineSettings settings, EnginePorts ports) {
        clock = ports.clock();
        venue = ports.venue();
        var journalPort = ports.journalPort();
        market = new MarketData(new FeeRates(journalPort.restored().lately().stream()
                .map(fill -> FeeRates.Paid.of(fill, settings.symbol()))
                .toList()));
        ledger = EngineWiring.ledger(journalPort.restored(), settings.symbol());
        journal = new JournalWriter(journalPort.journal(), market, signals, ledger);
        listeners = new LateListener(event -> {
            journal.happened(event);
            ports.listener().accept(event);
        });
        log = new EventLog(listeners);
        programme = new ProgrammeMeter(market, connection, journal::rested);
        relay = new OrderEventRelay(clock, log, journal, market, signals, curve, sideStates, programme);
        history = new ParameterHistory(settings.parameters(), settings.sources(), clock);
        ids = new ClientIdAllocator(settings.instanceTag(), journalPort.numbers());
        tracker = new OrderTracker(relay);
        available = new AvailableBalances(market, account, history, ledger, tracker, foreign);
    }

    /** After every input: nothing is counted before there are books to count for. */
    void countProgramme(Instant now, boolean ofMarket) {
        if (ledger.isOpen()) {
            programme.count(now, tracker.live(), history.parameters(), ofMarket);
        } else {
            programme.rest();
        }
    }
}
