package makerdeck.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/** One thing that must survive the desk. Money and sizes are exact decimals. Immutable. */
public sealed interface Entry {

    Instant at();

    <X extends Exception> void deliverTo(Listener<X> listener) throws X;

    /** One method per kind, so that a new kind breaks every handler at compile time. */
    interface Listener<X extends Exception> {
        void on(BooksOpened entry) throws X;

        void on(BooksValued entry) throws X;

        void on(BooksKept entry) throws X;

        void on(FillBooked entry) throws X;

        void on(Transferred entry) throws X;

        void on(InterestBooked entry) throws X;

        void on(OrderMoved entry) throws X;

        void on(ParameterChanged entry) throws X;

        void on(StateChanged entry) throws X;

        void on(SessionEnded entry) throws X;
    }

    /** New books begin; everything booked from now on belongs to them. */
    record BooksOpened(Instant at, String base, String quote) implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /** What the books were worth; {@code pnl} since they were opened, transfers excluded. */
    record BooksValued(Instant at, BigDecimal mid, BigDecimal equity, BigDecimal pnl) implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /**
     * The books as they stood: enough to go on from here.
     *
     * @param openedAt of the books
     * @param knownUntil every execution of the account before it has been booked
     * @param sums the books' own figures by name
     */
    record BooksKept(Instant at, Instant openedAt, Instant knownUntil, Map<String, BigDecimal> sums) implements Entry {

        public BooksKept {
            sums = Map.copyOf(sums);
        }

        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /**
     * An execution on the account, booked.
     *
     * @param role of the order it filled; {@link #EXTERNAL} when the order was not ours
     * @param mid at which it was booked
     */
    record FillBooked(
            Instant at,
            String orderId,
            long tradeId,
            @Nullable Long clientId,
            String role,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            BigDecimal fee,
            String feeAsset,
            boolean maker,
            BigDecimal mid)
            implements Entry {

        public static final String EXTERNAL = "EXTERNAL";

        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /** What came to the account or left it without an execution, valued at {@code mid}. */
    record Transferred(Instant at, BigDecimal base, BigDecimal quote, BigDecimal mid) implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /**
     * What the lending pool has paid, in base and in quote, valued at {@code mid}.
     *
     * @param key tells this payment from every other
     */
    record InterestBooked(Instant at, String key, BigDecimal base, BigDecimal quote, BigDecimal mid) implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /**
     * An order of ours as it now stands; an earlier state of it is overwritten.
     *
     * @param orderId the venue's id, empty until it is known
     * @param open whether it may rest on the venue
     */
    record OrderMoved(
            Instant at,
            long clientId,
            String orderId,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            String state,
            boolean open)
            implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    record ParameterChanged(Instant at, String key, String before, String after, String source) implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /** The state by its name, whatever the language; the reason as the operator read it, in the operator's. */
    record StateChanged(Instant at, String state, String reason) implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /** {@code inOrder}: nothing of ours was left on the venue, and the venue said so. */
    record SessionEnded(Instant at, boolean inOrder) implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }
}
