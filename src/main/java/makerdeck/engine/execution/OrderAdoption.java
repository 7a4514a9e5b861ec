package makerdeck.engine.execution;

import java.time.Instant;
import makerdeck.domain.ClientId;
import makerdeck.domain.Order;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.snapshot.Severity;
import makerdeck.words.Words;

/** Takes in orders of ours that no plan of this desk asked for; they have to go. Engine thread only. */
public final class OrderAdoption {

    private final EventLog diary;
    private final MarketData facts;
    private final OrderTracker tracker;
    private final FillBooking bookings;

    public OrderAdoption(EventLog diary, MarketData facts, OrderTracker tracker, FillBooking bookings) {
        this.diary = diary;
        this.facts = facts;
        this.tracker = tracker;
        this.bookings = bookings;
    }

    public void adopt(Order seen, ClientId id, Instant now) {
        tracker.adopt(seen, id, bookings.booked(seen), facts.market(), now);
        diary.alert(now, Severity.WARN, Words.say("engine.leftover"));
    }
}
