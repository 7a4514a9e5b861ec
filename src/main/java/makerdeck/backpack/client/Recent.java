package makerdeck.backpack.client;

import java.util.Arrays;

/** The median of the latest few readings. */
final class Recent {

    private final long[] readings;
    private int count;

    Recent(int size) {
        readings = new long[size];
    }

    void add(long reading) {
        readings[count++ % readings.length] = reading;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The middle reading, the lower of the two for an even number. There must be one. */
    long median() {
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
