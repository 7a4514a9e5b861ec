package makerdeck.console.history;

import java.util.Arrays;

/** What was seen within one step of time; not a number where nothing was. UI thread only. */
final class Point {

    private final double[] values = new double[Measure.values().length];
    private long slot = Long.MIN_VALUE;
    private boolean live;

    /** Which step of time it is of. */
    long slot() {
        return slot;
    }

    /** Forgets all, for another step of time. */
    void begin(long newSlot) {
        slot = newSlot;
        live = false;
        Arrays.fill(values, Double.NaN);
    }

    /** Whether we have looked ourselves. */
    boolean isLive() {
        return live;
    }

    void see() {
        live = true;
    }

    double get(Measure measure) {
        return values[measure.ordinal()];
    }

    void set(Measure measure, double value) {
        values[measure.ordinal()] = value;
    }

    /** Whatever was known of it before. */
    void only(double price) {
        set(Measure.LOW, price);
        set(Measure.HIGH, price);
        set(Measure.MID, price);
    }

    void price(double lowest, double highest, double last) {
        double low = get(Measure.LOW);
        double high = get(Measure.HIGH);
        set(Measure.LOW, Double.isNaN(low) ? lowest : Math.min(low, lowest));
        set(Measure.HIGH, Double.isNaN(high) ? highest : Math.max(high, highest));
        set(Measure.MID, last);
    }
}
