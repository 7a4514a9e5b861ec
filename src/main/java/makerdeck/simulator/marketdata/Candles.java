package makerdeck.simulator.marketdata;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.Candle;
import makerdeck.domain.Market;
import makerdeck.simulator.model.PublicTrade;

/** Two hours of seconds and a month of minutes; every longer candle is made from the minutes. */
public final class Candles {

    private static final long SECONDS_KEPT = Duration.ofHours(2).toNanos();
    private static final long MINUTES_KEPT = Duration.ofDays(31).toNanos();
    private static final long DAY = Duration.ofDays(1).toNanos();

    private final Market rules;
    // Newest first, only those with trades.
    private final Deque<CandleBuilder> seconds = new ArrayDeque<>();
    private final Deque<CandleBuilder> minutes = new ArrayDeque<>();

    public Candles(Market rules) {
        this.rules = rules;
    }

    void add(PublicTrade trade) {
        current(seconds, CandleInterval.SECOND_1, SECONDS_KEPT, trade.atNanos()).add(trade);
        current(minutes, CandleInterval.MINUTE_1, MINUTES_KEPT, trade.atNanos()).add(trade);
    }

    /**
     * Takes in minutes from before anything that was traded here; others are left out. Their volume is not known and
     * counts as none.
     *
     * @param past oldest first
     * @return how many were taken in
     */
    public int remember(List<Candle> past) {
        int taken = 0;
        for (int i = past.size() - 1; i >= 0; i--) {
            var minute = CandleBuilder.of(past.get(i), rules);
            var oldest = minutes.peekLast();
            if (oldest == null || minute.startNanos < oldest.startNanos) {
                minutes.addLast(minute);
                taken++;
            }
        }
        return taken;
    }

    private static CandleBuilder current(
            Deque<CandleBuilder> builders, CandleInterval interval, long keptNanos, long atNanos) {
        var newest = builders.peekFirst();
        if (newest != null && atNanos < interval.endOf(newest.startNanos)) {
            return newest;
        }
        var builder = new CandleBuilder(interval.startOf(atNanos));
        builders.addFirst(builder);
        while (builders.getLast().startNanos < atNanos - keptNanos) {
            builders.removeLast();
        }
        return builder;
    }

    /** Ascending, one per interval that begins in the range and after the oldest trade known. */
    public List<ExchangeCandle> between(CandleInterval interval, long fromNanos, long toNanos, long nowNanos) {
        var builders = interval == CandleInterval.SECOND_1 ? seconds : minutes;
        var candles = new ArrayList<ExchangeCandle>();
        var oldest = builders.peekLast();
        if (oldest == null) {
            return candles;
        }
        long kept = nowNanos - (interval == CandleInterval.SECOND_1 ? SECONDS_KEPT : MINUTES_KEPT);
        long start = interval.startOf(Math.max(Math.max(fromNanos, kept), oldest.startNanos));
        if (start < fromNanos) {
            start = interval.endOf(start);
        }
        var due = since(builders, start);
        while (start < toNanos && start <= nowNanos) {
            long end = interval.endOf(start);
            var builder = new CandleBuilder(start);
            for (var next = due.peekLast(); next != null && next.startNanos < end; next = due.peekLast()) {
                builder.add(due.removeLast());
            }
            candles.add(builder.candle(rules, end));
            start = end;
        }
        return candles;
    }

    public Optional<DaySummary> lastDay(long nowNanos) {
        var due = since(minutes, nowNanos - DAY);
        var day = new CandleBuilder(nowNanos - DAY);
        due.descendingIterator().forEachRemaining(day::add);
        return day.isEmpty() ? Optional.empty() : Optional.of(day.summary(rules));
    }

    private static Deque<CandleBuilder> since(Deque<CandleBuilder> builders, long startNanos) {
        var due = new ArrayDeque<CandleBuilder>();
        for (var builder : builders) {
            if (builder.startNanos < startNanos) {
                break;
            }
            due.addLast(builder);
        }
        return due;
    }
}
