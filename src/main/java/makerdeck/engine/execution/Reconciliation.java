package makerdeck.engine.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.Order;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.PollTimer;
import makerdeck.message.Message;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Compares what we believe with what the venue shows: open orders and balances; of fills {@link FillReading}. The venue is the
 * truth, but one reading may be old, so nothing is believed gone after one.
 *
 * <p>Engine thread only.
 */
public final class Reconciliation {

    private static final Duration ORDERS_EVERY = Duration.ofSeconds(10);
    private static final Duration ORDERS_IN_DOUBT = Duration.ofSeconds(1);
    private static final Duration BALANCES_EVERY = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMillis(2100);
    static final Duration AFTER_FILL = Duration.ofSeconds(1);
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Clock clock;
    private final Venue venue;
    private final MarketData market;
    private final FillBooking booking;
    private final OpenOrdersCheck openOrders;
    private final FillReading fills;
    private final PollTimer orders = new PollTimer(ANSWER_LIMIT);
    private final PollTimer balances = new PollTimer(ANSWER_LIMIT);

    private Instant balancesAgainAt = Instant.MAX;

    public Reconciliation(
            Clock clock,
            Venue venue,
            MarketData market,
            FillBooking booking,
            OpenOrdersCheck openOrders,
            FillReading fills) {
        this.clock = clock;
        this.venue = venue;
        this.market = market;
        this.booking = booking;
        this.openOrders = openOrders;
        this.fills = fills;
    }

    /** Everything may have changed unseen: read it all. */
    public void readAll() {
        orders.dueNow();
        balances.dueNow();
        fills.readNow();
        tick(clock.instant());
    }

    /** What is known of the account's executions. */
    public FillReading fills() {
        return fills;
    }

    public void readOrders() {
        orders.dueNow();
    }

    public void readBalances() {
        balances.dueNow();
    }

    /** In two seconds, to see whether a difference is still there. */
    public void readBalancesSoon() {
        balancesAgainAt = clock.instant().plus(AGAIN);
    }

    public void tick(Instant now) {
        if (!market.isKnown()) {
            return;
        }
        if (orders.isDue(now, openOrders.isInDoubt(now) ? ORDERS_IN_DOUBT : ORDERS_EVERY)) {
            orders.asked(now);
            venue.readOpenOrders();
        }
        var filledLately = booking.lastAt().isAfter(balances.askedAt());
        var calm = now.isAfter(booking.lastAt().plus(AFTER_FILL));
        if (!now.isBefore(balancesAgainAt)) {
            balancesAgainAt = Instant.MAX;
            balances.dueNow();
        }
        if (balances.isDue(now, filledLately && calm ? AFTER_FILL : BALANCES_EVERY)) {
            balances.asked(now);
            venue.readBalances();
        }
        fills.tick(now);
    }

    void on(VenueEvent.FillsRead event) {
        if (fills.on(event)) {
            orders.dueNow();
        }
    }

    public void on(VenueEvent.OpenOrdersRead event) {
        openOrders.on(event, clock.instant());
        orders.answered();
    }

    /** An order of ours or of somebody else's is in a state nobody knows: whatever rests is asked for at once. */
    public void unreadable(Order order, Message what) {
        openOrders.heard(order, what, clock.instant());
        orders.dueNow();
    }

    /** An order that is not this desk's: shown and counted, left alone. */
    public void foreign(Order order) {
        openOrders.foreign(order, clock.instant());
    }

    public void balancesAnswered() {
        balances.answered();
    }

    /** When the venue was last asked for the listing that was compared last, null before the first. */
    public @Nullable Instant comparedAt() {
        return openOrders.comparedAt();
    }
}
