package makerdeck.engine.books;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.MarketData;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import makerdeck.venue.OddFill;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the fill history that cannot be read: while there are any, not all fills are known. A row is left out when
 * its order, as far as it names one, has executed what is booked of it and no more, and both balances have agreed with
 * the books for a while without it; or when the operator says so.
 *
 * <p>Engine thread only.
 */
public final class UnreadFills {

    /** Balances agree with the books for so long, once the order is known to. */
    private static final Duration AGREED_FOR = Duration.ofSeconds(4);

    /** The same for a row that names no order. */
    private static final Duration AGREED_ALONE_FOR = Duration.ofMinutes(1);

    /** Balances that were read further apart may have disagreed between. */
    private static final Duration UNBROKEN = Duration.ofSeconds(10);

    private static final Duration ASKS_EVERY = Duration.ofSeconds(5);
    private static final int REMEMBERED = 1000;
    private static final int TOLD_AT_ONCE = 3;

    private static final class Row {
        private final OddFill odd;
        private final Instant since;
        private boolean orderAgrees;

        private Row(OddFill odd, Instant since) {
            this.odd = odd;
            this.since = since;
        }
    }

    private final Venue venue;
    private final MarketData market;
    private final EventLog log;
    private final BookedSums sums;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private @Nullable Instant agreedFrom;
    private Instant agreedLast = Instant.MIN;
    private Instant askDue = Instant.MIN;

    public UnreadFills(Venue venue, MarketData market, EventLog log, BookedSums sums) {
        this.venue = venue;
        this.market = market;
        this.log = log;
        this.sums = sums;
    }

    /**
     * The rows that a complete reading could not make out.
     *
     * @param matters whether what happened then, on the venue's clock, may belong to our books
     */
    public void read(List<OddFill> odd, Predicate<Instant> matters, Instant now) {
        var keys = new LinkedHashSet<String>();
        var news = new ArrayList<Row>();
        for (var row : odd) {
            if (isOf(row, matters) && keys.add(row.key())) {
                rows.computeIfAbsent(row.key(), key -> {
                    var added = new Row(row, now);
                    news.add(added);
                    return added;
                });
            }
        }
        rows.keySet().retainAll(keys);
        tell(news, now);
    }

    /** Once each, but no more than can be read. */
    private void tell(List<Row> news, Instant now) {
        if (news.isEmpty()) {
            return;
        }
        agreedFrom = null;
        for (var row : news.subList(0, Math.min(TOLD_AT_ONCE, news.size()))) {
            log.alertAbout(
                    now, Severity.WARN, Message.of("engine.fill.unreadable-row"), row.odd.trouble(), row.odd.key());
        }
        if (news.size() > TOLD_AT_ONCE) {
            log.alert(now, Severity.WARN, Message.of("engine.fill.unreadable-more", news.size() - TOLD_AT_ONCE));
        }
    }

    /** Whether rows that an answer could not make out are dealt with. */
    public boolean areDealtWith(List<OddFill> odd, Predicate<Instant> matters) {
        return rows.isEmpty() && odd.stream().noneMatch(row -> isOf(row, matters));
    }

    private boolean isOf(OddFill row, Predicate<Instant> matters) {
        var at = row.at();
        return !leftOut.contains(row.key()) && (at == null || matters.test(at));
    }

    public boolean isOpen() {
        return !rows.isEmpty();
    }

    /** What cannot be read; empty when all can. */
    public Optional<Message> first() {
        return rows.values().stream().map(row -> row.odd.trouble()).findFirst();
    }

    /** Asks what the orders of the rows have executed. */
    public void tick(Instant now) {
        if (rows.isEmpty() || now.isBefore(askDue)) {
            return;
        }
        askDue = now.plus(ASKS_EVERY);
        var open = new LinkedHashSet<String>();
        for (var row : rows.values()) {
            if (row.odd.orderId() != null && !row.orderAgrees) {
                open.add(row.odd.orderId());
            }
        }
        if (!open.isEmpty()) {
            venue.lookUpOrders(open);
        }
    }

    public void on(VenueEvent.OrdersLookedUp event) {
        for (var order : event.orders()) {
            var isOver = order.status().isOver();
            var booked = market.rules().observed(sums.of(order.id()));
            for (var row : rows.values()) {
                if (order.id().equals(row.odd.orderId()) && event.asked().isAfter(row.since)) {
                    row.orderAgrees = isOver && booked.equals(order.filled());
                }
            }
        }
    }

    /** A reading of the balances agrees with the books, or not. True when it should be repeated soon. */
    public boolean compared(boolean agree, Instant asked, Instant now) {
        var broken = Duration.between(agreedLast, asked).compareTo(UNBROKEN) > 0;
        agreedFrom = !agree ? null : agreedFrom == null || broken ? asked : agreedFrom;
        agreedLast = asked;
        var from = agreedFrom;
        if (from != null) {
            for (var row : new ArrayList<>(rows.values())) {
                var length = Duration.between(from, asked);
                if (length.compareTo(row.orderAgrees ? AGREED_FOR : AGREED_ALONE_FOR) >= 0 && !speaksAgainst(row)) {
                    leaveOut(row);
                    log.alertAbout(
                            now,
                            Severity.INFO,
                            Message.of("engine.fill.row-explained"),
                            row.odd.trouble(),
                            row.odd.key());
                }
            }
        }
        return isOpen();
    }

    /** An order that is known and has executed more than is booked, or may still. */
    private static boolean speaksAgainst(Row row) {
        return row.odd.orderId() != null && !row.orderAgrees;
    }

    private void leaveOut(Row row) {
        rows.remove(row.odd.key());
        leftOut.add(row.odd.key());
        if (leftOut.size() > REMEMBERED) {
            leftOut.remove(leftOut.iterator().next());
        }
    }

    /** The operator goes on without those of them that were shown; tells how many that were. */
    public int leaveOut(Set<String> shown) {
        int before = rows.size();
        for (var row : new ArrayList<>(rows.values())) {
            if (shown.contains(row.odd.key())) {
                leaveOut(row);
            }
        }
        return before - rows.size();
    }

    /** By what each is known. */
    public Set<String> keys() {
        return Set.copyOf(rows.keySet());
    }

    /** How many there are. */
    public int count() {
        return rows.size();
    }

    /** What they are. */
    public List<Message> all() {
        return rows.values().stream().map(row -> row.odd.trouble()).toList();
    }
}
