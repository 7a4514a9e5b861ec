package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.TimeInForce;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Books every fill exactly once, whichever channel brings it, first or again.
 *
 * <p>Engine thread only.
 */
public final class FillBooking {

    /** Told of each fill of ours, once, after it has been booked. */
    public interface Listener {
        void booked(ManagedOrder order, Fill fill);
    }

    private final Clock clock;
    private final ClientIdAllocator ids;
    private final MarketData market;
    private final OrderTracker tracker;
    private final BookedFills booked;
    private final FillDoubts doubts;
    private final FillPosting posting;
    private final FillTable table;
    private final FeeMonitor fees;
    private final Listener listener;

    private Instant lastAt = Instant.MIN;

    public FillBooking(
            Clock clock,
            ClientIdAllocator ids,
            MarketData market,
            OrderTracker tracker,
            BookedFills booked,
            FillDoubts doubts,
            FillPosting posting,
            FillTable table,
            FeeMonitor fees,
            Listener listener) {
        this.clock = clock;
        this.ids = ids;
        this.market = market;
        this.tracker = tracker;
        this.booked = booked;
        this.doubts = doubts;
        this.posting = posting;
        this.table = table;
        this.fees = fees;
        this.listener = listener;
    }

    /** How much of each order is booked. */
    public BookedSums sums() {
        return booked.sums();
    }

    /** What is booked, as the operator sees it. */
    public FillTable table() {
        return table;
    }

    /** What is not booked because it cannot be. */
    public FillDoubts doubts() {
        return doubts;
    }

    /** What is booked of an order that was not met before, in base units. */
    public BigDecimal booked(Order met) {
        return booked.of(met, market.rules());
    }

    /**
     * True when it was one of ours and not booked before.
     *
     * @param cumulative what the order has executed in all, in base units, as far as this channel says, null when it does not
     */
    public boolean book(Fill fill, @Nullable BigDecimal cumulative) {
        return book(fill, cumulative, false);
    }

    /** Orders of fills that wait were looked up. */
    public void on(VenueEvent.OrdersLookedUp event) {
        doubts.strange().on(event, clock.instant(), fill -> book(fill, null, true));
    }

    /** {@code judged}: it has been held against its order already, or never can be. */
    private boolean book(Fill fill, @Nullable BigDecimal cumulative, boolean judged) {
        if (!market.isKnown() || !booked.keys().isNew(fill)) {
            return false;
        }
        var id = fill.clientId();
        var ours = id != null && ids.isOurs(id);
        var counts = posting.covers(fill);
        var known = id != null && ours ? tracker.find(id) : Optional.<ManagedOrder>empty();
        if (known.isEmpty() && !counts) {
            // From before our books: in other books, and in our opening balances.
            return false;
        }
        if (!judged && isHeld(known, fill, cumulative)) {
            booked.keys().remove(fill);
            return false;
        }
        booked.add(fill);
        if (id == null || !ours) {
            posting.postForeign(fill);
            return false;
        }
        var now = clock.instant();
        var order = known.orElseGet(() -> unmatched(fill, id, now));
        if (known.isPresent()) {
            var told = cumulative == null ? BigDecimal.ZERO : cumulative;
            tracker.filled(order, fill, told, market.rules(), now);
        }
        if (counts) {
            posting.post(fill, order, now);
        }
        fees.filled(fill, now);
        lastAt = now;
        if (!posting.isBeforeOurTime(fill)) {
            table.watch(fill, order, now);
        }
        table.show(fill, order);
        listener.booked(order, fill);
        return true;
    }

    private boolean isHeld(Optional<ManagedOrder> known, Fill fill, @Nullable BigDecimal cumulative) {
        if (known.isEmpty()) {
            return doubts.strange().holds(fill, cumulative, clock.instant());
        }
        doubts.strange().met(fill);
        return doubts.holds(known.get(), fill, cumulative);
    }

    /** An order of ours that we do not know: from another life of the desk, or long forgotten. */
    private ManagedOrder unmatched(Fill fill, ClientId id, Instant now) {
        var rules = market.rules();
        var price = rules.observed(fill.side(), fill.price());
        var terms = new NewOrder(id, fill.side(), price, rules.observed(fill.quantity()), TimeInForce.GTC, false);
        return new ManagedOrder(terms, OrderPurpose.ADOPTED, 0, 0, now);
    }

    public void tick(Instant now) {
        table.tick(now);
    }

    /** What is known of the market after the last fills is written down, for nobody will know more. */
    public void end() {
        table.end();
    }

    /** Forgets the keys of fills long before {@code watermark}, of the venue's clock: all of them are booked. */
    public void forget(Instant watermark) {
        booked.forget(watermark);
    }

    /** Fills before it, on the venue's clock, are in the books or in none of ours, and not booked again. */
    public Instant reach() {
        return booked.keys().beginning();
    }

    /** When the last fill of ours was booked. */
    public Instant lastAt() {
        return lastAt;
    }
}
