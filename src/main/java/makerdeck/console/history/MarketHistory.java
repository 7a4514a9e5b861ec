package makerdeck.console.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import makerdeck.command.ChartSpan;
import makerdeck.domain.Candle;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.FillRow;
import makerdeck.snapshot.OrderRow;
import org.jspecify.annotations.Nullable;

/**
 * What market and desk have looked like, as far back as each span reaches. To add costs the same however much is
 * remembered. UI thread only.
 */
public final class MarketHistory {

    private static final int FINE = 6;
    /** A line of minutes that is drawn more often looks the same; fills are marked at once. */
    private static final long MOMENT_MILLIS = 1000;

    private final Map<ChartSpan, Ring> rings = new EnumMap<>(ChartSpan.class);
    private List<Candle> candles = List.of();
    private final Supplier<Optional<Past>> past;
    private boolean recalled;
    private long seen;
    private long lookedAt;
    private @Nullable Asked asked;
    private @Nullable ChartColumns made;
    private @Nullable FillRow newest;

    /** @param past what earlier runs left, empty until it is known; must not block */
    public MarketHistory(Supplier<Optional<Past>> past) {
        this.past = past;
        for (var span : ChartSpan.values()) {
            rings.put(span, new Ring(span));
        }
    }

    /**
     * The desk as it is now.
     *
     * @param mid null while nobody confirms it: the line has a hole then
     */
    public void see(DeskSnapshot desk, @Nullable BigDecimal mid, Instant now) {
        if (!recalled) {
            past.get().ifPresent(this::recall);
        }
        if (desk.past() != candles) {
            seen++;
            candles = desk.past();
            candles.forEach(this::learn);
        }
        if (mid != null) {
            live(desk, mid, now);
            long moment = moment(now);
            seen += moment == lookedAt ? 0 : 1;
            lookedAt = moment;
        }
        fills(desk.fills());
    }

    private void live(DeskSnapshot desk, BigDecimal mid, Instant now) {
        double price = mid.doubleValue();
        double bid = nearest(desk, Side.BID);
        double ask = nearest(desk, Side.ASK);
        var inventory = desk.inventory();
        for (var ring : rings.values()) {
            ring.at(now.toEpochMilli()).ifPresent(point -> {
                point.see();
                point.price(price, price, price);
                point.set(Measure.BID, bid);
                point.set(Measure.ASK, ask);
                if (inventory != null) {
                    point.set(Measure.RATIO, inventory.ratio().doubleValue());
                    point.set(Measure.EQUITY, inventory.total().doubleValue());
                }
            });
        }
    }

    /** Price of our quote nearest the mid; not a number without one. */
    private static double nearest(DeskSnapshot desk, Side side) {
        return nearest(desk.orders(), side)
                .flatMap(order -> Optional.ofNullable(desk.market()).map(market -> value(market, order.price())))
                .orElse(Double.NaN);
    }

    private static double value(Market market, Price price) {
        return market.decimal(price).doubleValue();
    }

    /** Our quote nearest the mid. */
    public static Optional<OrderRow> nearest(List<OrderRow> orders, Side side) {
        OrderRow nearest = null;
        for (var row : orders) {
            boolean ours = row.side() == side && row.tag().startsWith(side == Side.BID ? "B" : "A");
            if (ours && (nearest == null || isNearer(row, nearest))) {
                nearest = row;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static boolean isNearer(OrderRow row, OrderRow than) {
        int higher = row.price().compareTo(than.price());
        return row.side() == Side.BID ? higher > 0 : higher < 0;
    }

    /** Newest first; those before the newest known one have been seen. */
    private void fills(List<FillRow> rows) {
        for (var row : rows) {
            if (newest != null && isSame(row, newest)) {
                break;
            }
            var fill = row.fill();
            mark(fill.at(), fill.side(), fill.price());
        }
        newest = rows.isEmpty() ? newest : rows.get(0);
    }

    private static boolean isSame(FillRow one, FillRow other) {
        return one.fill().tradeId() == other.fill().tradeId()
                && one.fill().orderId().equals(other.fill().orderId());
    }

    private void mark(Instant at, Side side, BigDecimal price) {
        seen++;
        var measure = side == Side.BID ? Measure.BOUGHT : Measure.SOLD;
        for (var ring : rings.values()) {
            ring.at(at.toEpochMilli()).ifPresent(point -> point.set(measure, price.doubleValue()));
        }
    }

    /** A minute of the market without us; where we have looked ourselves, we know better. */
    private void learn(Candle minute) {
        double low = minute.low().doubleValue();
        double high = minute.high().doubleValue();
        double middle = (low + high) / 2;
        for (var ring : rings.values()) {
            boolean fine = isFine(ring, Candle.LENGTH);
            unseen(ring, minute.start(), minute.end()).forEach(point -> {
                if (fine) {
                    point.only(middle);
                } else {
                    point.price(low, high, middle);
                }
            });
        }
    }

    /** What earlier runs left; where we have looked ourselves, we know better. */
    public void recall(Past left) {
        seen++;
        recalled = true;
        for (var valuation : left.valuations()) {
            for (var ring : rings.values()) {
                boolean fine = isFine(ring, Past.VALUED_EVERY);
                unseen(ring, valuation.at().minus(Past.VALUED_EVERY), valuation.at())
                        .forEach(point -> recall(point, valuation, fine));
            }
        }
        left.fills().forEach(fill -> mark(fill.at(), fill.side(), fill.price()));
    }

    /** Whether steps are so much shorter that what is known of {@code length} is one price for each of them. */
    private static boolean isFine(Ring ring, Duration length) {
        return length.compareTo(ring.step().multipliedBy(FINE)) > 0;
    }

    private static void recall(Point point, Past.Valuation valuation, boolean fine) {
        double mid = valuation.mid().doubleValue();
        if (fine) {
            point.only(mid);
        } else {
            point.price(mid, mid, mid);
        }
        point.set(Measure.RATIO, valuation.ratio().doubleValue());
        point.set(Measure.EQUITY, valuation.equity().doubleValue());
    }

    /** The points of a time at which we have not looked ourselves. */
    private static List<Point> unseen(Ring ring, Instant from, Instant to) {
        var points = new ArrayList<Point>();
        for (var at = from; at.isBefore(to); at = at.plus(ring.step())) {
            ring.at(at.toEpochMilli()).filter(point -> !point.isLive()).ifPresent(points::add);
        }
        return points;
    }

    /** What columns were asked for, and how much was known then. */
    private record Asked(ChartSpan span, Axis axis, int count, long seen) {}

    /** Counts what was seen, a second at a time and fills at once: while it stands, so do the columns of an axis. */
    public long seen() {
        return seen;
    }

    /**
     * The points of a span by columns between two times. Asked again while {@link #seen} stands, it gives the same: nobody
     * may change them.
     */
    public ChartColumns columns(ChartSpan span, Axis axis, int count, Instant now) {
        var wanted = new Asked(span, axis, count, seen);
        var found = made;
        if (found == null || !wanted.equals(asked)) {
            found = make(span, axis, count, now);
            asked = wanted;
            made = found;
        }
        return found;
    }

    private static long moment(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), MOMENT_MILLIS);
    }

    private ChartColumns make(ChartSpan span, Axis axis, int count, Instant now) {
        var ring = rings.get(span);
        if (ring == null) {
            throw new IllegalStateException("no ring of " + span);
        }
        var columns = new ChartColumns(count);
        long step = ring.step().toMillis();
        long end = now.toEpochMilli();
        for (long slot = Math.floorDiv(axis.startMillis(), step); slot * step <= end; slot++) {
            long from = slot * step;
            long to = Math.min(from + step, Math.max(end, from) + 1);
            ring.known(slot).ifPresent(point -> columns.add(point, axis.column(from, count), axis.column(to, count)));
        }
        return columns;
    }
}
