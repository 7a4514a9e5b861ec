package makerdeck.venue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.Candle;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fees;
import makerdeck.domain.Fill;
import makerdeck.domain.Interest;
import makerdeck.domain.Market;
import makerdeck.domain.Order;
import makerdeck.domain.Trade;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** What a venue told us, stamped with our clock's time of arrival. Immutable. */
public sealed interface VenueEvent {

    Instant at();

    void deliverTo(Listener listener);

    /** One method per kind, so that a new kind breaks every handler at compile time. */
    interface Listener {
        void on(MarketRead event);

        void on(LendingRead event);

        void on(StreamUp event);

        void on(StreamDown event);

        void on(BookMoved event);

        void on(BookLost event);

        void on(Traded event);

        void on(OrderChanged event);

        void on(Filled event);

        void on(BalanceMoved event);

        void on(PlaceAnswered event);

        void on(PlaceRefused event);

        void on(PlaceUnknown event);

        void on(CancelRefused event);

        void on(CancelUnknown event);

        void on(OpenOrdersRead event);

        void on(OrderRead event);

        void on(HistoryRead event);

        void on(OrdersLookedUp event);

        void on(BalancesRead event);

        void on(FillsRead event);

        void on(InterestRead event);

        void on(PriceRead event);

        void on(CandlesRead event);

        void on(ReadFailed event);

        void on(HealthChanged event);

        void on(Unusable event);
    }

    /** The rules of the market and the account's fees: at start, after a reconnect, and whenever they change. */
    record MarketRead(Instant at, Market market, Fees fees) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Whether the account lends its idle funds by itself: at start, and whenever its switch has been moved. */
    record LendingRead(Instant at, boolean on) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * A stream delivers. After a {@link StreamDown} anything may have been missed: read and compare. Told again without
     * one in between, it has moved to another connection, and a moment may have been missed.
     */
    record StreamUp(Instant at, Stream stream) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** A stream delivers no more; the client is reconnecting on its own. */
    record StreamDown(Instant at, Stream stream, Message reason) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** The book as of now, whether it has moved or the venue has just confirmed it; an older one that was not yet looked at may be dropped. */
    record BookMoved(Instant at, Book book) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** The book has a hole and is being seeded afresh: no quoting until the next {@link BookMoved}. */
    record BookLost(Instant at, Message reason) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    record Traded(Instant at, Trade trade) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * An order of the account as the venue now has it, ours or not: accepted, partly filled, finished.
     *
     * @param refusal what it expired for, as far as the desk must react to it; null otherwise
     * @param reason why it expired, or the word for a state nobody knows; null otherwise
     */
    record OrderChanged(
            Instant at,
            Order order,
            @Nullable Refusal refusal,
            @Nullable Message reason) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * An execution, from the private stream.
     *
     * @param cumulative what the order has executed in all, in base units, this fill included
     */
    record Filled(Instant at, Fill fill, BigDecimal cumulative) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** One asset's absolute balance, from the private stream; {@code lent} is not known there and zero. */
    record BalanceMoved(Instant at, String asset, Balance balance) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** What one answer says of every order of a request: an {@link OrderChanged}, a refusal or an unknown end each. */
    record PlaceAnswered(Instant at, List<VenueEvent> orders) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** A definitive no: the order does not exist and never will. */
    record PlaceRefused(Instant at, ClientId clientId, Refusal refusal, Message message) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Sent, but no usable answer: the order may or may not exist. Never sent again. */
    record PlaceUnknown(Instant at, ClientId clientId, Message reason) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * The cancel did nothing.
     *
     * @param notOpen the venue has no such open order: it is filled, cancelled or never arrived
     */
    record CancelRefused(Instant at, ClientId clientId, boolean notOpen, Refusal refusal, Message message)
            implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** The cancel was sent, but no usable answer came. Cancelling again is safe. */
    record CancelUnknown(Instant at, ClientId clientId, Message reason) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * All open orders of the account on the market, as they were at some time after {@code asked}.
     *
     * @param odd those not understood in whole; one that is among {@code orders} too is only in a state nobody knows
     */
    record OpenOrdersRead(Instant at, Instant asked, List<Order> orders, List<OddOrder> odd) implements VenueEvent {

        public OpenOrdersRead {
            orders = List.copyOf(orders);
            odd = List.copyOf(odd);
        }

        /** Every row was understood. */
        public OpenOrdersRead(Instant at, Instant asked, List<Order> orders) {
            this(at, asked, orders, List.of());
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** One resting order, or empty when the venue has no such open order. */
    record OrderRead(Instant at, Instant asked, ClientId clientId, Optional<Order> order) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * Those of the wanted orders that the venue's history knows; history may lag by seconds. Of any other it says
     * nothing.
     */
    record HistoryRead(Instant at, Instant asked, Set<ClientId> wanted, List<Order> orders) implements VenueEvent {

        public HistoryRead {
            wanted = Set.copyOf(wanted);
            orders = List.copyOf(orders);
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** Those of the orders with these ids that the venue knows, finished or resting; its history may lag by seconds. */
    record OrdersLookedUp(Instant at, Instant asked, Set<String> orderIds, List<Order> orders) implements VenueEvent {

        public OrdersLookedUp {
            orderIds = Set.copyOf(orderIds);
            orders = List.copyOf(orders);
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    record BalancesRead(Instant at, Instant asked, Balances balances) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * All own fills since {@code from}, oldest first.
     *
     * @param odd rows that could not be read; there is a fill that nobody knows then
     */
    record FillsRead(Instant at, Instant from, List<Fill> fills, List<OddFill> odd) implements VenueEvent {

        public FillsRead {
            fills = List.copyOf(fills);
            odd = List.copyOf(odd);
        }

        /** Every row was read. */
        public FillsRead(Instant at, Instant from, List<Fill> fills) {
            this(at, from, fills, List.of());
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** All interest paid on any asset since the time asked for, as far as the venue's history knew of it then. */
    record InterestRead(Instant at, Instant asked, List<Interest> payments) implements VenueEvent {

        public InterestRead {
            payments = List.copyOf(payments);
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * What one of an asset was last traded for, in the market's quote asset.
     *
     * @param price greater than zero; null when the venue has no market for it, or nothing has traded there
     */
    record PriceRead(
            Instant at,
            Instant asked,
            String asset,
            @Nullable BigDecimal price) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** What traded in the whole minutes since {@code from}, oldest first; minutes without a trade are left out. */
    record CandlesRead(Instant at, Instant from, List<Candle> minutes) implements VenueEvent {

        public CandlesRead {
            minutes = List.copyOf(minutes);
        }

        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** A read was not answered. What it was for must be asked again; nothing may be concluded. */
    record ReadFailed(Instant at, Message what, Refusal refusal, Message reason) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /** About once a second. */
    record HealthChanged(Instant at, Health health) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }

    /**
     * The venue cannot be used at all and retrying will not help: wrong key, unknown symbol.
     *
     * @param reason one line for the operator
     */
    record Unusable(Instant at, Refusal refusal, Message reason) implements VenueEvent {
        @Override
        public void deliverTo(Listener listener) {
            listener.on(this);
        }
    }
}
