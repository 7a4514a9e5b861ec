package makerdeck.engine.meter;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import makerdeck.domain.Fill;
import makerdeck.domain.Side;
import makerdeck.domain.Trade;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.journal.Entry;
import makerdeck.snapshot.OrderStage;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts for a market-maker programme: the value of what rests within two bands of the mid, side by side, times how long;
 * how long both sides had something there; and what the market and we as makers traded while the tape was heard. An order
 * counts while the venue has shown it and no cancel is under way. Where book, mid or account stream are not known, the time
 * is not known, and nothing rests in it.
 *
 * <p>Engine thread only. The open orders are looked over when the mid or one of them may have moved.
 */
public final class ProgrammeMeter implements MinuteCut.Listener {

    /** A book that the venue has not confirmed for so long is not known any more. */
    static final Duration FRESH = Duration.ofSeconds(3);

    private final MarketData market;
    private final ConnectionState connection;
    private final Consumer<Entry.MinuteRested> told;
    private final MinuteCut minutes = new MinuteCut(this);
    private BandTime near = new BandTime(BigDecimal.ONE);
    private BandTime far = near;
    private @Nullable Parameters parameters;

    // How it was after the last input.
    private boolean known;
    private boolean listening;
    private @Nullable Instant last;

    // What was looked over last, and whether anything may have become of an order since.
    private List<ManagedOrder> seen = List.of();
    private long doubleMid;
    private boolean moved = true;

    // Of this minute: nanoseconds, and amounts in the quote asset.
    private long ran;
    private long knownFor;
    private long listened;
    private BigDecimal marketVolume = BigDecimal.ZERO;
    private BigDecimal makerVolume = BigDecimal.ZERO;

    /** @param told of each minute when it is over */
    public ProgrammeMeter(MarketData market, ConnectionState connection, Consumer<Entry.MinuteRested> told) {
        this.market = market;
        this.connection = connection;
        this.told = told;
    }

    /**
     * After every input: the time since the last one was as it was said to be then.
     *
     * @param live those of our orders that may rest
     * @param ofMarket whether the input was of the market alone: it has told nothing of our orders
     */
    public void count(Instant now, List<ManagedOrder> live, Parameters inForce, boolean ofMarket) {
        pass(now);
        moved |= !ofMarket || live != seen;
        if (parameters != inForce) {
            bands(inForce);
        }
        listening = connection.isUp(Stream.PUBLIC);
        look(now, live);
    }

    /** Something has become of an order of ours. */
    public void moved() {
        moved = true;
    }

    /** Books are not open: nothing counts until they are. */
    public void rest() {
        last = null;
    }

    private void bands(Parameters inForce) {
        parameters = inForce;
        moved = true;
        boolean same = near.points().compareTo(inForce.programmeNear()) == 0
                && far.points().compareTo(inForce.programmeFar()) == 0;
        if (!same) {
            minutes.end();
            near = new BandTime(inForce.programmeNear());
            far = new BandTime(inForce.programmeFar());
        }
    }

    private void pass(Instant now) {
        if (last != null && now.isAfter(last)) {
            minutes.pass(last, now);
        }
        last = now;
    }

    @Override
    public void passed(Duration length) {
        long nanos = length.toNanos();
        ran += nanos;
        listened += listening ? nanos : 0;
        if (known) {
            knownFor += nanos;
            near.passed(nanos);
            far.passed(nanos);
        }
    }

    private void look(Instant now, List<ManagedOrder> live) {
        known = isKnown(now);
        if (known) {
            try {
                lookOver(live);
            } catch (ArithmeticException tooLarge) {
                // No market counts in parts so fine; if one does, nothing is claimed.
                known = false;
                moved = true;
            }
        }
    }

    private void lookOver(List<ManagedOrder> live) {
        var book = market.book();
        long mid = Math.addExact(book.touch(Side.BID), book.touch(Side.ASK));
        if (moved || mid != doubleMid) {
            doubleMid = mid;
            seen = live;
            add(live);
            moved = false;
        }
    }

    private void add(List<ManagedOrder> live) {
        long nearReach = near.reach(doubleMid);
        long farReach = far.reach(doubleMid);
        long nearBids = 0;
        long nearAsks = 0;
        long farBids = 0;
        long farAsks = 0;
        for (var order : live) {
            if (order.stage() != OrderStage.OPEN) {
                continue;
            }
            long ticks = order.price().ticks();
            long distance = Math.abs(2 * ticks - doubleMid);
            long value = Math.multiplyExact(ticks, order.remaining().steps());
            boolean isBid = order.side() == Side.BID;
            if (distance <= nearReach) {
                nearBids = Math.addExact(nearBids, isBid ? value : 0);
                nearAsks = Math.addExact(nearAsks, isBid ? 0 : value);
            }
            if (distance <= farReach) {
                farBids = Math.addExact(farBids, isBid ? value : 0);
                farAsks = Math.addExact(farAsks, isBid ? 0 : value);
            }
        }
        near.rests(nearBids, nearAsks);
        far.rests(farBids, farAsks);
    }

    private boolean isKnown(Instant now) {
        var bookAt = market.bookAt();
        return market.bookLost().isEmpty()
                && market.isKnown()
                && market.book().isHealthy()
                && bookAt != null
                && Duration.between(bookAt, now).compareTo(FRESH) <= 0
                && connection.isUp(Stream.PUBLIC)
                && connection.isUp(Stream.PRIVATE);
    }

    /** Somebody traded. */
    public void traded(Trade trade, Instant now) {
        if (last != null && market.isKnown()) {
            pass(now);
            marketVolume = marketVolume.add(market.rules().notional(trade.price(), trade.quantity()));
        }
    }

    /** An order of ours was filled. Of a time in which the tape was not heard it has no part of the market's volume. */
    public void filled(Fill fill, Instant now) {
        moved = true;
        if (last == null || !fill.maker() || !connection.isUp(Stream.PUBLIC)) {
            return;
        }
        var heardSince = connection.upSince(Stream.PUBLIC);
        if (heardSince.equals(Instant.MIN) || !fill.at().isBefore(connection.venueTime(heardSince))) {
            pass(now);
            makerVolume = makerVolume.add(fill.price().multiply(fill.quantity()));
        }
    }

    /** The minute that runs is told as far as it came. */
    public void end() {
        minutes.end();
    }

    @Override
    public void over(Instant minute) {
        var rules = market.knownRules().orElse(null);
        told.accept(new Entry.MinuteRested(
                minute,
                new Entry.Heard(Duration.ofNanos(ran), Duration.ofNanos(knownFor), Duration.ofNanos(listened)),
                near.take(rules),
                far.take(rules),
                marketVolume,
                makerVolume));
        ran = 0;
        knownFor = 0;
        listened = 0;
        marketVolume = BigDecimal.ZERO;
        makerVolume = BigDecimal.ZERO;
    }
}
