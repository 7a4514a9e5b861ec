package makerdeck.engine;

import java.time.Clock;
import makerdeck.domain.Fill;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.books.JournalWriter;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Fields;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderStage;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.risk.SideStates;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.words.Words;

/** Spreads the news of orders and fills: to the journal, to the diary, to the side's guard, to the screen. Engine thread only. */
final class OrderEventRelay implements OrderTracker.Changes, FillBooking.Listener {

    private final Clock clock;
    private final EventLog diary;
    private final JournalWriter scribe;
    private final MarketData facts;
    private final MarketSignals pulse;
    private final SideStates guards;
    private boolean any;

    OrderEventRelay(
            Clock clock,
            EventLog diary,
            JournalWriter scribe,
            MarketData facts,
            MarketSignals pulse,
            SideStates guards) {
        this.clock = clock;
        this.diary = diary;
        this.scribe = scribe;
        this.facts = facts;
        this.pulse = pulse;
        this.guards = guards;
    }

    /** Whether an order changed or a fill was booked since the last call. */
    boolean take() {
        var had = any;
        any = false;
        return had;
    }

    @Override
    public void changed(ManagedOrder order, OrderStage before, String reason) {
        any = true;
        var guard = guards.of(order.side());
        if (order.state() == OrderStage.OPEN && before == OrderStage.SENT) {
            guard.accepted();
        }
        var market = facts.market();
        var id = order.orderId();
        var now = clock.instant();
        scribe.moved(order, reason, now);
        diary.tell(
                now,
                Kind.ORDER,
                text(order, reason),
                Fields.of(
                        "clientId",
                        Long.toString(order.clientId().value()),
                        "orderId",
                        id == null ? "" : id,
                        "side",
                        Texts.side(order.side()),
                        "price",
                        market.text(order.price()),
                        "quantity",
                        market.text(order.terms().quantity()),
                        "state",
                        order.state().name()));
    }

    private String text(ManagedOrder order, String reason) {
        var terms = order.text(facts.market());
        var state = order.state().text();
        return reason.isEmpty()
                ? Words.say("engine.order-moved", order.tag(), terms, state)
                : Words.say("engine.order-moved-because", order.tag(), terms, state, reason);
    }

    /** The filled layer waits a moment, and the guards learn. */
    @Override
    public void booked(ManagedOrder order, Fill fill) {
        any = true;
        var guard = guards.of(order.side());
        if (order.role() == OrderPurpose.QUOTE) {
            guard.filled(order.layer(), clock.instant());
            pulse.filled(clock.instant(), fill.side());
        }
    }
}
