package makerdeck.engine;

import java.time.Clock;
import makerdeck.domain.Fill;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.words.Words;

/** Spreads the news of orders and fills: to the journal, to the diary, to the side's guard, to the screen. Engine thread only. */
final class News implements OrderTracker.Changes, Bookings.Listener {

    private final Clock clock;
    private final Diary diary;
    private final Scribe scribe;
    private final Facts facts;
    private final Pulse pulse;
    private final SideGuards guards;
    private boolean any;

    News(Clock clock, Diary diary, Scribe scribe, Facts facts, Pulse pulse, SideGuards guards) {
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
    public void changed(OwnOrder order, OrderState before, String reason) {
        any = true;
        var guard = guards.of(order.side());
        if (order.state() == OrderState.OPEN && before == OrderState.SENT) {
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

    private String text(OwnOrder order, String reason) {
        var terms = order.text(facts.market());
        var state = order.state().text();
        return reason.isEmpty()
                ? Words.say("engine.order-moved", order.tag(), terms, state)
                : Words.say("engine.order-moved-because", order.tag(), terms, state, reason);
    }

    /** The filled layer waits a moment, and the guards learn. */
    @Override
    public void booked(OwnOrder order, Fill fill) {
        any = true;
        var guard = guards.of(order.side());
        if (order.role() == Role.QUOTE) {
            guard.filled(order.layer(), clock.instant());
            pulse.filled(clock.instant(), fill.side());
        }
    }
}
