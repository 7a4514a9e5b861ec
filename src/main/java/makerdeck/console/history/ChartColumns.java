package makerdeck.console.history;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Points put together by columns of a chart; not a number where a column has none. */
public final class ChartColumns {

    private final Map<Measure, double[]> values = new EnumMap<>(Measure.class);
    private final int count;

    ChartColumns(int count) {
        this.count = count;
        for (var measure : Measure.values()) {
            var holes = new double[count];
            Arrays.fill(holes, Double.NaN);
            values.put(measure, holes);
        }
    }

    /** One value a column. */
    public double[] of(Measure measure) {
        var found = values.get(measure);
        if (found == null) {
            throw new IllegalStateException("no column of " + measure);
        }
        return found;
    }

    /** A point in the columns from {@code from}, before {@code to}, at least one; points come oldest first. */
    void add(Point point, int from, int to) {
        int first = Math.max(0, from);
        for (int i = first; i < Math.min(count, Math.max(to, from + 1)); i++) {
            add(point, i);
        }
        // A fill is one mark, however wide its step.
        if (first < count) {
            put(first, point, Measure.BOUGHT);
            put(first, point, Measure.SOLD);
        }
    }

    private void add(Point point, int column) {
        double low = of(Measure.LOW)[column];
        double high = of(Measure.HIGH)[column];
        if (!Double.isNaN(point.get(Measure.MID))) {
            for (var measure : new Measure[] {Measure.LOW, Measure.HIGH, Measure.MID, Measure.BID, Measure.ASK}) {
                of(measure)[column] = point.get(measure);
            }
            // The least and the greatest of all points of the column.
            of(Measure.LOW)[column] =
                    Double.isNaN(low) ? point.get(Measure.LOW) : Math.min(low, point.get(Measure.LOW));
            of(Measure.HIGH)[column] =
                    Double.isNaN(high) ? point.get(Measure.HIGH) : Math.max(high, point.get(Measure.HIGH));
        }
        put(column, point, Measure.RATIO);
        put(column, point, Measure.EQUITY);
    }

    private void put(int column, Point point, Measure measure) {
        double value = point.get(measure);
        if (!Double.isNaN(value)) {
            of(measure)[column] = value;
        }
    }
}
