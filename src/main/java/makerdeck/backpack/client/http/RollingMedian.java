package makerdeck.backpack.client.http;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** The median of the latest few readings. */
public final class RollingMedian {

    private final long[] readings;
    private int count;

    private final LongConsumer listener;

    public RollingMedian(int size) {
        this(size, reading -> {});
    }

    /** @param listener told of each reading */
    public RollingMedian(int size, LongConsumer listener) {
        readings = new long[size];
        this.listener = listener;
    }

    void add(long reading) {
        readings[count++ % readings.length] = reading;
        listener.accept(reading);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** The middle reading, the lower of the two for an even number. There must be one. */
    public long median() {
        if (isEmpty()) {
            throw new IllegalArgumentException("a median needs a reading, there was none");
        }
        var sorted = Arrays.copyOf(readings, Math.min(count, readings.length));
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }

    void clear() {
        count = 0;
    }
}
