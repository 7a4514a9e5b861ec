package makerdeck.engine.execution;

import java.time.Instant;
import makerdeck.domain.ClientId;
import makerdeck.domain.Order;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;

/** Takes in orders of ours that no plan of this desk asked for; they have to go. Engine thread only. */
public final class OrderAdoption {

    private final EventLog log;
    private final MarketData market;
    private final OrderTracker tracker;
    private final FillBooking booking;

    public OrderAdoption(EventLog log, MarketData market, OrderTracker tracker, FillBooking booking) {
        this.log = log;
        this.market = market;
        this.tracker = tracker;
        this.booking = booking;
    }

    public void adopt(Order seen, ClientId id, Instant now) {
        tracker.adopt(seen, id, booking.booked(seen), market.rules(), now);
        log.alert(now, Severity.WARN, Message.of("engine.leftover"));
    }
}
