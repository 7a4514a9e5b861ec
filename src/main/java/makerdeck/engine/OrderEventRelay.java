package makerdeck.engine;

import java.time.Clock;
import makerdeck.domain.Fill;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.books.JournalWriter;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.meter.ProgrammeMeter;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.risk.SideStates;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.OrderStage;
import makerdeck.strategy.curve.FillCurve;
import org.jspecify.annotations.Nullable;

/** Spreads the news of orders and fills: to the journal, to the log, to the side's guard, to the screen. Engine thread only. */
final class OrderEventRelay implements OrderTracker.Changes, FillBooking.Listener {

    private final Clock clock;
    private final EventLog log;
    private final JournalWriter journal;
    private final MarketData market;
    private final MarketSignals signals;
    private final FillCurve curve;
    private final SideStates sideStates;
    private final ProgrammeMeter programme;
    private boolean any;

    OrderEventRelay(
            Clock clock,
            EventLog log,
            JournalWriter journal,
            MarketData market,
            MarketSignals signals,
            FillCurve curve,
            SideStates sideStates,
            ProgrammeMeter programme) {
        this.clock = clock;
        this.log = log;
        this.journal = journal;
        this.market = market;
        this.signals = signals;
        this.curve = curve;
        this.sideStates = sideStates;
        this.programme = programme;
    }

    /** Whether an order changed or a fill was booked since the last call. */
    boolean take() {
        var had = any;
        any = false;
        return had;
    }

    @Override
    public void changed(ManagedOrder order, OrderStage before, @Nullable Message reason) {
        any = true;
        programme.moved();
        var sideState = sideStates.of(order.side());
        if (order.stage() == OrderStage.OPEN && before == OrderStage.SENT) {
            sideState.accepted();
        }
        var rules = market.rules();
        var now = clock.instant();
        journal.moved(order, reason, now);
        log.tell(
                now,
                new DeskNews.OrderMoved(
                        order.clientId(),
                        order.orderId(),
                        order.side(),
                        rules.decimal(order.price()),
                        rules.decimal(order.terms().quantity()),
                        order.stage()),
                text(order, reason));
    }

    private Message text(ManagedOrder order, @Nullable Message reason) {
        var terms = order.text(market.rules());
        var state = Texts.state(order.stage());
        return reason == null
                ? Message.of("engine.order-moved", order.tag(), terms, state)
                : Message.of("engine.order-moved-because", order.tag(), terms, state, reason);
    }

    /** The filled layer waits a moment, and the guards learn. */
    @Override
    public void booked(ManagedOrder order, Fill fill) {
        any = true;
        programme.filled(fill, clock.instant());
        var sideState = sideStates.of(order.side());
        if (order.purpose() == OrderPurpose.QUOTE) {
            sideState.filled(order.layer(), clock.instant());
            signals.filled(clock.instant(), fill.side());
            curve.filled(fill.side(), fill.price().doubleValue(), clock.instant());
        }
    }
}
