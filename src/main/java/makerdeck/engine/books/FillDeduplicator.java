package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import makerdeck.domain.Fill;
import makerdeck.journal.Entry;

/**
 * Which fills have been booked, by (order id, trade id), and by order, time, price and quantity where one channel gives
 * no trade id. Bounded by time, and by one clock, the venue's: what is older than the oldest key that is kept was dealt
 * with long ago.
 *
 * <p>Engine thread only.
 */
public final class FillDeduplicator {

    private record Key(String orderId, long tradeId) {}

    /** What two tellings of one execution have in common, the one rounded to milliseconds and the other not. */
    private record Look(String orderId, long millis, BigDecimal price, BigDecimal quantity) {

        static Look of(String orderId, Instant at, BigDecimal price, BigDecimal quantity) {
            return new Look(orderId, at.toEpochMilli(), price.stripTrailingZeros(), quantity.stripTrailingZeros());
        }

        Look later(int by) {
            return new Look(orderId, millis + by, price, quantity);
        }
    }

    private final Map<Key, Instant> booked = new HashMap<>();
    private final Map<Look, Set<Long>> looks = new HashMap<>();
    private Instant beginning = Instant.MIN;

    /** One that was booked before. */
    void add(Entry.FillBooked fill) {
        booked.put(new Key(fill.orderId(), fill.tradeId()), fill.at());
        remember(Look.of(fill.orderId(), fill.at(), fill.price(), fill.quantity()), fill.tradeId());
    }

    /** One that is dealt with. */
    void add(Fill fill) {
        booked.put(new Key(fill.orderId(), fill.tradeId()), fill.at());
        remember(Look.of(fill.orderId(), fill.at(), fill.price(), fill.quantity()), fill.tradeId());
    }

    /** Whether this fill has not been booked yet; from now on it has. */
    boolean isNew(Fill fill) {
        var key = new Key(fill.orderId(), fill.tradeId());
        if (fill.at().isBefore(beginning) || booked.containsKey(key)) {
            return false;
        }
        booked.put(key, fill.at());
        var look = Look.of(fill.orderId(), fill.at(), fill.price(), fill.quantity());
        var isTwin = fill.isNameless() ? isBooked(look) : takesName(look, fill.tradeId());
        if (!isTwin) {
            remember(look, fill.tradeId());
        }
        return !isTwin;
    }

    private void remember(Look look, long tradeId) {
        looks.computeIfAbsent(look, none -> new HashSet<>()).add(tradeId);
    }

    private boolean isBooked(Look look) {
        return looks.containsKey(look) || looks.containsKey(look.later(-1)) || looks.containsKey(look.later(1));
    }

    /** A nameless one that was booked may turn out to have this name; then it is not another. */
    private boolean takesName(Look look, long tradeId) {
        for (int by = -1; by <= 1; by++) {
            var ids = looks.get(look.later(by));
            if (ids != null && ids.removeIf(id -> id < 0)) {
                ids.add(tradeId);
                return true;
            }
        }
        return false;
    }

    /** It was not booked after all. */
    void remove(Fill fill) {
        booked.remove(new Key(fill.orderId(), fill.tradeId()));
        var look = Look.of(fill.orderId(), fill.at(), fill.price(), fill.quantity());
        var ids = looks.get(look);
        if (ids != null && ids.remove(fill.tradeId()) && ids.isEmpty()) {
            looks.remove(look);
        }
    }

    /** Forgets fills that happened before {@code before}; they stay booked. Never goes back. */
    void beginAt(Instant before) {
        if (before.isAfter(beginning)) {
            beginning = before;
            booked.values().removeIf(at -> at.isBefore(before));
            var millis = before.toEpochMilli() - 1;
            looks.keySet().removeIf(look -> look.millis() < millis);
        }
    }

    Instant beginning() {
        return beginning;
    }

    int size() {
        return booked.size();
    }
}
