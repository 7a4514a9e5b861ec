package makerdeck.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.meter.ProgrammeMeter;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.message.Message;
import makerdeck.strategy.curve.FillCurve;
import makerdeck.strategy.quoting.Touch;
import makerdeck.strategy.quoting.TouchLevels;
import makerdeck.venue.VenueEvent;

/** The market moves. Engine thread only. */
final class MarketEvents {

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final ConnectionState connection;
    private final OrderTracker tracker;
    private final MarketSignals signals;
    private final FillCurve curve;
    private final Ledger ledger;
    private final ProgrammeMeter programme;
    private Optional<Touch> touch = Optional.empty();
    private boolean touchMoved;

    MarketEvents(
            Clock clock,
            EventLog log,
            MarketData market,
            ConnectionState connection,
            OrderTracker tracker,
            MarketSignals signals,
            FillCurve curve,
            Ledger ledger,
            ProgrammeMeter programme) {
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.connection = connection;
        this.tracker = tracker;
        this.signals = signals;
        this.curve = curve;
        this.ledger = ledger;
        this.programme = programme;
    }

    void on(VenueEvent.BookMoved event) {
        var lost = !market.bookLost().isEmpty();
        market.book(event.book(), event.at());
        connection.frame(event.at());
        var before = touch;
        var levels = levels(event.at());
        touch = levels.map(TouchLevels::touch);
        market.mid().ifPresent(ledger::mark);
        tracker.bookMoved(event.book());
        levels.ifPresent(best -> signals.touched(event.at(), best.imbalance()));
        touchMoved = lost || !touch.equals(before);
        if (touchMoved) {
            touch.ifPresent(best -> signals.moved(event.at(), best.mid(market.rules())));
        }
    }

    /** The best prices that count are everybody else's. */
    private Optional<TouchLevels> levels(Instant at) {
        return market.isKnown()
                ? TouchLevels.of(tracker.withoutStale(market.book(), at), tracker.lives(at))
                : Optional.empty();
    }

    /** Whether the last move of the book moved the best prices that count. */
    boolean isTouchMoved() {
        return touchMoved;
    }

    void on(VenueEvent.BookLost event) {
        var now = clock.instant();
        var news = !now.isBefore(market.bookCalmFrom());
        market.bookBroke(event.reason(), now);
        if (news) {
            log.warn(now, Message.of("engine.gate.book-lost", event.reason()));
        }
    }

    void on(VenueEvent.Traded event) {
        var trade = event.trade();
        market.trade(trade, event.at());
        programme.traded(trade, clock.instant());
        market.knownRules()
                .ifPresent(rules -> curve.traded(
                        trade.taker().opposite(),
                        rules.decimal(trade.price()).doubleValue(),
                        rules.decimal(trade.quantity()).doubleValue(),
                        trade.at(),
                        event.at()));
        connection.frame(event.at());
    }
}
