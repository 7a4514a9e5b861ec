package makerdeck.engine;

import java.time.Clock;
import java.time.Instant;
import makerdeck.domain.Market;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.lifecycle.HaltSwitch;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.market.VolatilityWarmUp;
import makerdeck.engine.risk.TradingGates;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;

/** The venue comes, goes and says what it trades. Engine thread only. */
final class ConnectionEvents {

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final ConnectionState connection;
    private final MarketSignals signals;
    private final VolatilityWarmUp warmUp;
    private final TradingGates gates;
    private final Reconciliation reconciliation;
    private final HaltSwitch haltSwitch;

    ConnectionEvents(
            Clock clock,
            EventLog log,
            MarketData market,
            ConnectionState connection,
            MarketSignals signals,
            VolatilityWarmUp warmUp,
            TradingGates gates,
            Reconciliation reconciliation,
            HaltSwitch haltSwitch) {
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.connection = connection;
        this.signals = signals;
        this.warmUp = warmUp;
        this.gates = gates;
        this.reconciliation = reconciliation;
        this.haltSwitch = haltSwitch;
    }

    void on(VenueEvent.MarketRead event) {
        var known = market.knownRules();
        if (known.isPresent() && !sameGrid(known.get(), event.market())) {
            // Ticks and steps mean something else now: nothing of before can be compared with after.
            haltSwitch.halt(HaltSwitch.Cause.GRID, Message.of("engine.halt.grid"));
            return;
        }
        var now = clock.instant();
        market.rules(event.market(), event.fees(), now);
        signals.market(event.market());
        if (known.isEmpty()) {
            connection.reached();
            reconciliation.readAll();
            warmUp.begin(now);
        }
    }

    private static boolean sameGrid(Market before, Market after) {
        return before.tickSize().compareTo(after.tickSize()) == 0
                && before.stepSize().compareTo(after.stepSize()) == 0;
    }

    void on(VenueEvent.StreamUp event) {
        var now = clock.instant();
        connection.up(event.stream(), now);
        log.over(
                now,
                Message.of("engine.stream-up." + Texts.key(event.stream())),
                TradingGates.down(event.stream(), Message.plain("")).key());
        if (event.stream() == Stream.PRIVATE && market.isKnown()) {
            reconciliation.readAll();
        }
    }

    void on(VenueEvent.StreamDown event) {
        var now = clock.instant();
        var news = connection.down(event.stream(), now, event.reason());
        if (event.stream() == Stream.PUBLIC) {
            market.bookLost(Message.of("engine.book.connection-lost", event.reason()));
        } else {
            // Anything may happen unseen now: quoting needs a fresh comparison.
            gates.compared(Instant.MIN);
        }
        if (news) {
            log.alert(now, Severity.WARN, TradingGates.down(event.stream(), event.reason()));
        }
    }

    void on(VenueEvent.CandlesRead event) {
        warmUp.read(event);
    }

    void on(VenueEvent.HealthChanged event) {
        connection.health(event.health());
    }
}
