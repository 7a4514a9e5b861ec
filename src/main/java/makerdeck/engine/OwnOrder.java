package makerdeck.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.ClientId;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.strategy.Live;
import makerdeck.strategy.Quote;
import org.jspecify.annotations.Nullable;

/** One of our orders and all that is known about it. Engine thread only; {@link OrderTracker} and its {@link AwaitedFills} change it. */
final class OwnOrder {

    final NewOrder terms;
    final Role role;

    /** Place in its ladder, 1 the nearest to the mid; 0 when it is not a quote. */
    int layer;

    /** Which plan of the desk wants it; older plans' orders leave before newer ones' come. */
    int generation;

    OrderState state = OrderState.NEW;
    Instant since;
    final Instant sentAt;

    /** When the venue first showed it, null until then. */
    @Nullable
    Instant acceptedAt;

    /** When the last cancel was asked, null when none was. */
    @Nullable
    Instant cancelAskedAt;

    /** Cancels in a row that the venue turned down. */
    int cancelsRefused;

    /** The venue's id, null until it is known. */
    @Nullable
    String orderId;

    /** Whether it must go as soon as it can be named to the venue. */
    boolean unwanted;

    /** What the venue says has executed. */
    Quantity filled = Quantity.ZERO;

    /** Up to when, on the venue's clock, {@link #filled} is all that has executed. */
    Instant filledAsOf = Instant.MIN;

    /** When it was last found to be more. */
    Instant filledSince = Instant.MIN;

    /** What of it never came as fills, and is no longer waited for. */
    Quantity forgiven = Quantity.ZERO;

    /** When the first complete reading of fills was asked that did not bring what is missing, null before. */
    @Nullable
    Instant firstWithout;

    /** What was left of it when last looked at: the book shows it until its own news come. */
    Quantity shown;

    /** What has been booked, fill by fill, in base units. */
    BigDecimal executed = BigDecimal.ZERO;

    /** The same in steps. */
    Quantity booked = Quantity.ZERO;

    /** From when on a reading that does not show it counts as evidence of absence. */
    @Nullable
    Instant absenceCountsFrom;

    /** The least that was seen resting at its price besides it, null before the first look. */
    @Nullable
    Quantity queueAhead;

    /** When a listing first failed to show it, null when none did. */
    @Nullable
    Instant missedAt;

    /** When the first clean reading without it was asked, null before. */
    @Nullable
    Instant firstAbsence;

    OwnOrder(NewOrder terms, Role role, int layer, int generation, Instant now) {
        this.terms = terms;
        this.role = role;
        this.layer = layer;
        this.generation = generation;
        shown = terms.quantity();
        sentAt = now;
        since = now;
    }

    /** One that rests and that no plan of this desk asked for; {@code executed} is booked of it, or in other books. */
    static OwnOrder adopted(Order seen, ClientId id, BigDecimal executed, Market market, Instant now) {
        var whole = seen.quantity().isZero() ? new Quantity(1) : seen.quantity();
        var terms = new NewOrder(id, seen.side(), seen.price(), whole, TimeInForce.GTC, false);
        var order = new OwnOrder(terms, Role.ADOPTED, 0, 0, now);
        order.unwanted = true;
        order.orderId = seen.id();
        order.acceptedAt = now;
        order.filled = seen.filled();
        order.executed = executed;
        order.booked = market.observed(executed);
        order.shown = order.remaining();
        return order;
    }

    ClientId clientId() {
        return terms.clientId();
    }

    Side side() {
        return terms.side();
    }

    Price price() {
        return terms.price();
    }

    /** What can still fill, as far as is known; never negative. */
    Quantity remaining() {
        if (state.isFinal()) {
            return Quantity.ZERO;
        }
        var done = filled.compareTo(booked) > 0 ? filled : booked;
        return done.compareTo(terms.quantity()) >= 0
                ? Quantity.ZERO
                : terms.quantity().minus(done);
    }

    /** As the strategy sees it. */
    Live live(Instant now) {
        var age = Duration.between(sentAt, now);
        return new Live(clientId(), side(), price(), remaining(), age.isNegative() ? Duration.ZERO : age);
    }

    /** Whether every execution the venue speaks of has been booked. */
    boolean isSettled() {
        return booked.plus(forgiven).compareTo(filled) >= 0;
    }

    /** Whether it may rest on the venue or come to rest there. */
    boolean isLive() {
        return !state.isFinal();
    }

    /** {@code B1}, {@code A2} for quotes, {@code R} for a rebalance, {@code L} for a leftover. */
    String tag() {
        return switch (role) {
            case QUOTE -> Quote.tag(side(), layer);
            case REBALANCE -> "R";
            case ADOPTED -> "L";
        };
    }
}
