package makerdeck.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import makerdeck.domain.Fill;

/**
 * Which fills have been booked, by (order id, trade id). Bounded by time, and by one clock, the
 * venue's: what is older than the oldest key that is kept was dealt with long ago.
 *
 * <p>Engine thread only.
 */
final class FillKeys {

    private record Key(String orderId, long tradeId) {}

    private final Map<Key, Instant> booked = new HashMap<>();
    private Instant beginning = Instant.MIN;

    /** One that was booked before. */
    void add(String orderId, long tradeId, Instant at) {
        booked.put(new Key(orderId, tradeId), at);
    }

    /** Whether this fill has not been booked yet; from now on it has. */
    boolean isNew(Fill fill) {
        return !fill.at().isBefore(beginning)
                && booked.putIfAbsent(new Key(fill.orderId(), fill.tradeId()), fill.at()) == null;
    }

    /** It was not booked after all. */
    void remove(Fill fill) {
        booked.remove(new Key(fill.orderId(), fill.tradeId()));
    }

    /** Forgets fills that happened before {@code before}; they stay booked. Never goes back. */
    void beginAt(Instant before) {
        if (before.isAfter(beginning)) {
            beginning = before;
            booked.values().removeIf(at -> at.isBefore(before));
        }
    }

    Instant beginning() {
        return beginning;
    }

    int size() {
        return booked.size();
    }
}
