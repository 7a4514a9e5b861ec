package makerdeck.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes along the valuations and transfers of one desk, in order of time: what its account was worth day by day. */
final class WorthByDay {

    /** Twice as many as a report draws. */
    private static final int MOST_MARKS = 480;

    /** What was held at a time; what has come since belongs to it at the mid of its coming. */
    private static final class Basket {
        private BigDecimal base;
        private BigDecimal cost;

        private Basket(BigDecimal base, BigDecimal mid) {
            this.base = base;
            cost = base.multiply(mid);
        }

        private void add(BigDecimal more, BigDecimal mid) {
            base = base.add(more);
            cost = cost.add(more.multiply(mid));
        }

        private BigDecimal gain(BigDecimal mid) {
            return base.multiply(mid).subtract(cost);
        }
    }

    /** Some books of the desk: as they were last valued, and the baskets of the day and of the whole time. */
    private static final class Books {
        private BigDecimal pnl = BigDecimal.ZERO;
        private @Nullable BigDecimal base;
        private @Nullable BigDecimal mid;
        private @Nullable Basket day;
        private @Nullable Basket whole;
        private boolean movedToday;
        private boolean moved;

        private @Nullable Basket now() {
            return base == null || mid == null ? null : new Basket(base, mid);
        }
    }

    /** A stretch of time: the farthest fall from the highest profit within it. */
    private static final class Fall {
        private BigDecimal peak;
        private BigDecimal deepest = BigDecimal.ZERO;

        private Fall(BigDecimal from) {
            peak = from;
        }

        private void reach(BigDecimal pnl) {
            peak = peak.max(pnl);
            deepest = deepest.max(peak.subtract(pnl));
        }
    }

    private final LocalDate from;
    private final Map<Long, Books> books = new HashMap<>();
    private final Map<LocalDate, DeskDays.Worth> days = new HashMap<>();
    private final List<DeskDays.Mark> marks = new ArrayList<>();
    private int valuationsAMark = 1;
    private int inLastMark;
    private @Nullable LocalDate date;
    private Fall day = new Fall(BigDecimal.ZERO);
    private @Nullable Fall whole;
    private DeskDays.Worth ofAll = DeskDays.Worth.UNKNOWN;

    /** @param from the first day that counts; what was before says what was held then */
    WorthByDay(LocalDate from) {
        this.from = from;
    }

    /** Books begin with so much of the base asset, nulls when nobody knows. */
    void opened(long id, @Nullable BigDecimal base, @Nullable BigDecimal mid) {
        var begun = new Books();
        begun.base = base;
        begun.mid = mid;
        books.put(id, begun);
    }

    void transferred(long id, Instant at, BigDecimal base, BigDecimal mid) {
        reach(at);
        var of = of(id);
        // A day that begins before the next valuation begins with it.
        of.base = of.base == null ? null : of.base.add(base);
        if (of.day != null) {
            of.day.add(base, mid);
        }
        if (of.whole != null) {
            of.whole.add(base, mid);
        }
    }

    /** {@code base} null: an older program did not write down what was held. */
    void valued(long id, Instant at, BigDecimal equity, BigDecimal pnl, @Nullable BigDecimal base, BigDecimal mid) {
        var today = reach(at);
        var of = of(id);
        of.pnl = pnl;
        of.base = base;
        of.mid = mid;
        of.movedToday = true;
        var all = books.values().stream().map(each -> each.pnl).reduce(BigDecimal.ZERO, BigDecimal::add);
        day.reach(all);
        if (whole == null) {
            return;
        }
        of.moved = true;
        whole.reach(all);
        days.put(today, new DeskDays.Worth(equity, heldToday(), day.deepest));
        ofAll = new DeskDays.Worth(equity, heldAllAlong(), whole.deepest);
        mark(new DeskDays.Mark(at, equity, equity, equity));
    }

    private Books of(long id) {
        return books.computeIfAbsent(id, none -> new Books());
    }

    /** A new day begins with what was held when the last one ended. */
    private LocalDate reach(Instant at) {
        var today = at.atZone(ZoneOffset.UTC).toLocalDate();
        if (!today.equals(date)) {
            date = today;
            var all = books.values().stream().map(each -> each.pnl).reduce(BigDecimal.ZERO, BigDecimal::add);
            day = new Fall(all);
            boolean begins = whole == null && !today.isBefore(from);
            if (begins) {
                whole = new Fall(all);
            }
            for (var each : books.values()) {
                each.movedToday = false;
                each.day = each.now();
                each.whole = begins ? each.now() : each.whole;
            }
        }
        return today;
    }

    private @Nullable BigDecimal heldToday() {
        var sum = BigDecimal.ZERO;
        for (var each : books.values()) {
            if (each.movedToday) {
                if (each.day == null || each.mid == null) {
                    return null;
                }
                sum = sum.add(each.day.gain(each.mid));
            }
        }
        return sum;
    }

    private @Nullable BigDecimal heldAllAlong() {
        var sum = BigDecimal.ZERO;
        for (var each : books.values()) {
            if (each.moved) {
                if (each.whole == null || each.mid == null) {
                    return null;
                }
                sum = sum.add(each.whole.gain(each.mid));
            }
        }
        return sum;
    }

    /** When there are too many, each two become one. */
    private void mark(DeskDays.Mark mark) {
        if (inLastMark > 0 && inLastMark < valuationsAMark) {
            marks.set(marks.size() - 1, marks.get(marks.size() - 1).with(mark));
            inLastMark++;
            return;
        }
        if (marks.size() == MOST_MARKS) {
            for (int i = 0; i < MOST_MARKS / 2; i++) {
                marks.set(i, marks.get(2 * i).with(marks.get(2 * i + 1)));
            }
            marks.subList(MOST_MARKS / 2, MOST_MARKS).clear();
            valuationsAMark *= 2;
        }
        marks.add(mark);
        inLastMark = 1;
    }

    DeskDays.Worth on(LocalDate day) {
        return days.getOrDefault(day, DeskDays.Worth.UNKNOWN);
    }

    DeskDays.Worth whole() {
        return ofAll;
    }

    List<DeskDays.Mark> marks() {
        return marks;
    }
}
