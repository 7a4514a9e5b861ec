package makerdeck.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import makerdeck.domain.Fill;

/**
 * Which fills have been booked, by (order id, trade id). Bounded by time: a key is dropped once no
 * reading will reach back to it.
 *
 * <p>Engine thread only.
 */
final class FillKeys {

    private record Key(String orderId, long tradeId) {}

    private final Map<Key, Instant> booked = new HashMap<>();

    /** One that was booked before. */
    void add(String orderId, long tradeId, Instant at) {
        booked.put(new Key(orderId, tradeId), at);
    }

    /** Whether this fill has not been booked yet; from now on it has. */
    boolean isNew(Fill fill) {
        return booked.putIfAbsent(new Key(fill.orderId(), fill.tradeId()), fill.at()) == null;
    }

    /** Forgets fills that happened before {@code before}. */
    void forget(Instant before) {
        booked.values().removeIf(at -> at.isBefore(before));
    }

    int size() {
        return booked.size();
    }
}
