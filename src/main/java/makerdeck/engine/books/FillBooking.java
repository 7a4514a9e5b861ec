package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.TimeInForce;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.journal.Entry;
import makerdeck.journal.RestoredBooks;
import makerdeck.snapshot.Severity;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Books every fill exactly once, whichever channel brings it, first or again.
 *
 * <p>Engine thread only.
 */
public final class FillBooking {

    private static final Duration KEYS_REACH_BACK = Duration.ofMinutes(10);

    /** Told of each fill of ours, once, after it has been booked. */
    public interface Listener {
        void booked(ManagedOrder order, Fill fill);
    }

    private final Clock clock;
    private final ClientIdAllocator ids;
    private final EventLog log;
    private final MarketData market;
    private final ConnectionState connection;
    private final OrderTracker tracker;
    private final Ledger ledger;
    private final JournalWriter journal;
    private final FeeMonitor fees;
    private final FillDeduplicator seen;
    private final BookedSums sums;
    private final FillDoubts doubts;
    private final FillTable table;
    private final Listener listener;
    private final Instant bornAt;
    private final boolean goesOn;

    private Instant lastAt = Instant.MIN;

    public FillBooking(
            Clock clock,
            ClientIdAllocator ids,
            EventLog log,
            MarketData market,
            ConnectionState connection,
            OrderTracker tracker,
            Ledger ledger,
            JournalWriter journal,
            FillDeduplicator seen,
            BookedSums sums,
            FillDoubts doubts,
            FillTable table,
            FeeMonitor fees,
            Listener listener,
            RestoredBooks restored) {
        this.clock = clock;
        this.ids = ids;
        this.log = log;
        this.market = market;
        this.connection = connection;
        this.tracker = tracker;
        this.ledger = ledger;
        this.journal = journal;
        this.fees = fees;
        this.seen = seen;
        this.sums = sums;
        this.doubts = doubts;
        this.listener = listener;
        this.table = table;
        bornAt = clock.instant();
        goesOn = restored.kept() != null;
        for (var fill : restored.fills()) {
            seen.add(fill);
            sums.add(fill.orderId(), fill.quantity(), fill.at());
        }
        var kept = restored.kept();
        if (kept != null) {
            seen.beginAt(kept.knownUntil().minus(KEYS_REACH_BACK));
        }
    }

    /** How much of each order is booked. */
    public BookedSums sums() {
        return sums;
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
        // What an earlier life of the desk was filled belongs to that life's books.
        return goesOn ? sums.of(met.id()) : market.rules().decimal(met.filled());
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
        if (!market.isKnown() || !seen.isNew(fill)) {
            return false;
        }
        var id = fill.clientId();
        var ours = id != null && ids.isOurs(id);
        var counts = ledger.covers(fill.at());
        var known = id != null && ours ? tracker.find(id) : Optional.<ManagedOrder>empty();
        if (known.isEmpty() && !counts) {
            // From before our books: in other books, and in our opening balances.
            return false;
        }
        if (!judged && isHeld(known, fill, cumulative)) {
            seen.remove(fill);
            return false;
        }
        sums.add(fill.orderId(), fill.quantity(), fill.at());
        if (id == null || !ours) {
            bookForeign(fill);
            return false;
        }
        var now = clock.instant();
        var order = known.orElseGet(() -> unmatched(fill, id, now));
        if (known.isPresent()) {
            var told = cumulative == null ? BigDecimal.ZERO : cumulative;
            tracker.filled(order, fill, told, market.rules(), now);
        }
        if (counts) {
            enter(fill, order, now);
        }
        fees.filled(fill, now);
        lastAt = now;
        if (!isBeforeOurTime(fill)) {
            table.watch(fill, now);
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

    private void enter(Fill fill, ManagedOrder order, Instant now) {
        mark(fill);
        if (!ledger.book(fill, market.rules(), order.purpose())) {
            log.alert(now, Severity.WARN, Words.say("engine.fill.fee-unknown", fill.feeAsset()));
        }
        journal.booked(fill, order.purpose().name(), order.layer());
        market.mid().ifPresent(ledger::mark);
    }

    /** Values the holdings as of the fill; what happened while the desk was down knows no mid but its own price. */
    private void mark(Fill fill) {
        if (isBeforeOurTime(fill)) {
            ledger.mark(fill.price());
        } else {
            market.mid().ifPresent(ledger::mark);
        }
    }

    private boolean isBeforeOurTime(Fill fill) {
        return connection.ourTime(fill.at()).isBefore(bornAt);
    }

    /** A trade of somebody else on the account: it moves what we hold, not what we earn. */
    private void bookForeign(Fill fill) {
        var rules = market.rules();
        mark(fill);
        ledger.bookForeign(BookedTrade.of(fill, rules));
        journal.booked(fill, Entry.FillBooked.EXTERNAL, 0);
        market.mid().ifPresent(ledger::mark);
        log.info(clock.instant(), Words.say("engine.fill.foreign", Texts.fill(fill, rules)));
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
        seen.beginAt(watermark.minus(KEYS_REACH_BACK));
        sums.forget(seen.beginning());
    }

    /** Fills before it, on the venue's clock, are in the books or in none of ours, and not booked again. */
    public Instant reach() {
        return seen.beginning();
    }

    /** When the last fill of ours was booked. */
    public Instant lastAt() {
        return lastAt;
    }
}
