package makerdeck.laboratory.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis from its first tick to its last, which are round numbers around all values. Immutable.
 *
 * @param ticks rising, evenly spaced, two or more
 */
record PlotScale(List<BigDecimal> ticks) {

    private static final int PARTS = 4;

    /** Around the values; from 0 to 1 when there are none. */
    static PlotScale of(DoubleStream values) {
        var span = values.summaryStatistics();
        double low = span.getCount() == 0 ? 0 : span.getMin();
        double high = span.getCount() == 0 ? 1 : span.getMax();
        if (high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9) {
            double room = low == 0 ? 1 : Math.abs(low) * 0.1;
            low -= room;
            high += room;
        }
        var step = step((high - low) / PARTS);
        var first = round(low, step, RoundingMode.FLOOR);
        var last = round(high, step, RoundingMode.CEILING);
        var ticks = new ArrayList<BigDecimal>();
        for (var tick = first; tick.compareTo(last) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return new PlotScale(List.copyOf(ticks));
    }

    /** 1, 2 or 5 times a power of ten, no smaller than about what was asked for. */
    private static BigDecimal step(double about) {
        var power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(about)));
        for (int times : new int[] {1, 2, 5}) {
            var step = power.multiply(BigDecimal.valueOf(times));
            if (step.doubleValue() >= about * 0.99) {
                return step;
            }
        }
        return power.scaleByPowerOfTen(1);
    }

    private static BigDecimal round(double value, BigDecimal step, RoundingMode way) {
        return new BigDecimal(value, MathContext.DECIMAL64).divide(step, 0, way).multiply(step);
    }

    double low() {
        return ticks.get(0).doubleValue();
    }

    double high() {
        return ticks.get(ticks.size() - 1).doubleValue();
    }

    /** 0 at the first tick, 1 at the last. */
    double share(double value) {
        return (value - low()) / (high() - low());
    }

    /** As it stands beside the axis: all ticks with the same number of decimals. */
    String label(BigDecimal tick) {
        int decimals = ticks.stream()
                .mapToInt(each ->
                        each.signum() == 0 ? 0 : each.stripTrailingZeros().scale())
                .max()
                .orElse(0);
        return tick.setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN).toPlainString();
    }
}
