package makerdeck.backpack.client.stream;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.function.LongSupplier;

/**
 * Checks the stream of own orders against REST: an order that REST says was accepted must show up on
 * the stream too, before or after. Client thread only.
 */
final class OrderEchoCheck {

    private static final Duration LATEST = Duration.ofSeconds(3);
    private static final int REMEMBERED = 512;

    private final LongSupplier nanos;
    private final LinkedHashSet<String> heard = new LinkedHashSet<>();
    private final LinkedHashMap<String, Long> expected = new LinkedHashMap<>();

    OrderEchoCheck(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** REST knows of the order. */
    void expect(String orderId) {
        if (!heard.contains(orderId)) {
            expected.putIfAbsent(orderId, nanos.getAsLong());
        }
    }

    /** The stream has reported on the order. */
    void heard(String orderId) {
        expected.remove(orderId);
        heard.add(orderId);
        if (heard.size() > REMEMBERED) {
            var oldest = heard.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** A new subscription owes us nothing for the past. */
    void forget() {
        expected.clear();
    }

    /** Whether the stream owes a report for too long. */
    boolean isOverdue() {
        return !expected.isEmpty()
                && nanos.getAsLong() - expected.values().iterator().next() > LATEST.toNanos();
    }
}
