package makerdeck.journal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.domain.Side;
import makerdeck.message.Message;
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

        void on(FeesConverted entry) throws X;

        void on(MarkedOut entry) throws X;

        void on(MinuteQuoted entry) throws X;

        void on(MinuteRested entry) throws X;

        void on(OrderMoved entry) throws X;

        void on(ParameterChanged entry) throws X;

        void on(StateChanged entry) throws X;

        void on(SessionEnded entry) throws X;
    }

    /**
     * New books begin; everything booked from now on belongs to them.
     *
     * @param opening what the account held then
     */
    record BooksOpened(Instant at, String base, String quote, Holding opening) implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /** What was held, and the mid it was valued at. Immutable. */
    record Holding(BigDecimal base, BigDecimal quote, BigDecimal mid) {}

    /**
     * What the books were worth; {@code pnl} since they were opened, transfers excluded. It is captured + inventory -
     * fees - fees converted + rebalance + interest.
     */
    record BooksValued(Instant at, BigDecimal equity, BigDecimal pnl, Holding holding, Parts parts) implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /**
     * Where the profit of books comes from, in the quote asset, since they were opened. Immutable.
     *
     * @param feesConverted fees that were taken in third assets, as far as they have had a price
     */
    record Parts(
            BigDecimal captured,
            BigDecimal inventory,
            BigDecimal fees,
            BigDecimal feesConverted,
            BigDecimal rebalance,
            BigDecimal interest,
            BigDecimal transfers) {}

    /**
     * The books as they stood: enough to go on from here.
     *
     * @param openedAt of the books
     * @param knownUntil every execution of the account before it has been booked
     * @param sums the books' own figures by name
     * @param lots what changed of the lots since the books were last written down
     */
    record BooksKept(Instant at, Instant openedAt, Instant knownUntil, Map<String, BigDecimal> sums, Lots lots)
            implements Entry {

        public BooksKept {
            sums = Map.copyOf(sums);
        }

        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /**
     * What the base asset held consists of, first in first out. Lots are numbered in the order in which they came, and
     * go in it: only the oldest ever becomes smaller, and only newer ones are added. Immutable.
     *
     * @param first the number of the oldest that is held
     * @param end the number that the next one will have; {@code first} when nothing is held
     * @param changed those of them that are new, or smaller, since the books were last written down, oldest first; of
     *     books that are restored all
     */
    record Lots(long first, long end, List<Lot> changed) {

        public static final Lots NONE = new Lots(0, 0, List.of());

        public Lots {
            changed = List.copyOf(changed);
        }

        /** What changed then and now. */
        Lots after(Lots earlier) {
            var all = new TreeMap<Long, Lot>();
            earlier.changed.forEach(lot -> all.put(lot.number(), lot));
            changed.forEach(lot -> all.put(lot.number(), lot));
            return new Lots(first, end, List.copyOf(all.subMap(first, end).values()));
        }
    }

    /** So much base that came (positive) or is owed (negative), and what was paid for it in quote. Immutable. */
    record Lot(long number, BigDecimal quantity, BigDecimal cost) {}

    /**
     * An execution on the account, booked.
     *
     * @param role of the order it filled; {@link #EXTERNAL} when the order was not ours
     * @param mid at which it was booked
     * @param layer of the quote it filled, 1 the nearest to the mid; null when it was no quote, or nobody knows
     * @param regime how lively the market was; null while nobody knew
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
            BigDecimal mid,
            @Nullable Integer layer,
            @Nullable String regime)
            implements Entry {

        public static final String EXTERNAL = "EXTERNAL";

        /** Of a layer that nobody knows. */
        public FillBooked(
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
                BigDecimal mid) {
            this(at, orderId, tradeId, clientId, role, side, price, quantity, fee, feeAsset, maker, mid, null, null);
        }

        /** In a regime that nobody knows. */
        public FillBooked(
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
                BigDecimal mid,
                @Nullable Integer layer) {
            this(at, orderId, tradeId, clientId, role, side, price, quantity, fee, feeAsset, maker, mid, layer, null);
        }

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
     * Fees that were taken in a third asset, converted to the quote asset.
     *
     * @param amount in {@code asset}
     * @param price of one of it in the quote asset
     */
    record FeesConverted(Instant at, String asset, BigDecimal amount, BigDecimal price) implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /**
     * Where the market stood some time after a fill of ours.
     *
     * @param mids by seconds after the fill, of {@link #SECONDS}; one that nobody knows is left out
     */
    record MarkedOut(Instant at, String orderId, long tradeId, Map<Integer, BigDecimal> mids) implements Entry {

        public static final List<Integer> SECONDS = List.of(1, 5, 10, 30, 60, 300);

        public MarkedOut {
            mids = Map.copyOf(mids);
        }

        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /** How long each side was quoted in a minute. Adds to what is written of the same minute already. */
    record MinuteQuoted(Instant at, Duration ran, SideQuoted bids, SideQuoted asks) implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /** How long a side was allowed to be quoted, and how long it was. Immutable. */
    record SideQuoted(Duration allowed, Duration quoted) {}

    /**
     * What rested near the mid in a minute, and what was traded, as a market-maker programme counts it. Adds to what is
     * written of the same minute and bands already.
     *
     * @param market what was traded on the tape, {@code maker} what of it filled our orders as maker; in the quote asset
     */
    record MinuteRested(Instant at, Heard heard, Rested near, Rested far, BigDecimal market, BigDecimal maker)
            implements Entry {
        @Override
        public <X extends Exception> void deliverTo(Listener<X> listener) throws X {
            listener.on(this);
        }
    }

    /** How long the desk ran, knew book and account, and heard the tape. Immutable. */
    record Heard(Duration ran, Duration known, Duration tape) {}

    /**
     * What rested in a band around the mid. Immutable.
     *
     * @param points how far it reaches to either side, in basis points
     * @param bids value times time, in the quote asset times seconds; {@code asks} likewise
     * @param both how long both sides had something in it
     */
    record Rested(BigDecimal points, BigDecimal bids, BigDecimal asks, Duration both) {}

    /**
     * An order of ours as it now stands; the newest is kept as its state, all of them for a while as its history.
     *
     * @param orderId the venue's id, empty until it is known
     * @param open whether it may rest on the venue
     * @param executed what of it has been executed as far as is known
     * @param reason why; null when it goes without saying
     */
    record OrderMoved(
            Instant at,
            long clientId,
            String orderId,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            String state,
            boolean open,
            BigDecimal executed,
            @Nullable Message reason)
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
    record StateChanged(Instant at, String state, @Nullable Message reason) implements Entry {
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
