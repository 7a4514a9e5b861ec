package makerdeck.console.screen;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Plot;
import makerdeck.console.pane.widget.ValueScale;
import makerdeck.console.theme.Role;
import makerdeck.snapshot.CurveRow;
import makerdeck.snapshot.CurveRow.Figure;
import makerdeck.snapshot.CurveRow.Point;
import org.jspecify.annotations.Nullable;

/**
 * What a fill is worth, as thick as it is uncertain, with the fee as a thin line and a sign where it breaks even; beside
 * it, where there is room, how often fills come, by powers of ten.
 */
final class CurvePlot {

    private static final int BESIDE = 110;
    private static final int SCALE = 8;
    private static final int LEAST_WIDTH = 16;
    private static final char EVEN = '^';
    private static final char FEE = '-';
    /** Fills an hour: less than that is not drawn. */
    private static final double RARE = 0.01;

    private CurvePlot() {}

    /** In rows of which the first is the name and the last tells the distances. */
    static void paint(Canvas canvas, Area area, View view, CurveRow curve) {
        var known =
                curve.points().stream().filter(point -> point.edge() != null).toList();
        if (known.size() < 2 || area.width() < LEAST_WIDTH) {
            return;
        }
        boolean both = area.width() >= BESIDE;
        var left = both ? area.left(area.width() / 2) : area;
        new Drawn(canvas, left, known).paint(view.say("console.curve.plot.edge"), Point::edge, curve);
        if (both) {
            new Drawn(canvas, area.behind(area.width() / 2), known)
                    .paint(view.say("console.curve.plot.fills"), CurvePlot::power, null);
        }
    }

    private static Figure power(Point point) {
        var fills = point.fills();
        return new Figure(power(fills.value()), power(fills.low()), power(fills.high()));
    }

    private static BigDecimal power(@Nullable BigDecimal value) {
        return BigDecimal.valueOf(Math.log10(Math.max(RARE, value == null ? 0 : value.doubleValue())));
    }

    /** What nothing is said of is as uncertain as nothing. */
    private static double bound(Figure figure, @Nullable BigDecimal bound) {
        return (bound == null ? figure.value() : bound).doubleValue();
    }

    /** One line in its place. */
    private static final class Drawn {

        private final Canvas canvas;
        private final Area area;
        private final List<Point> points;
        private final double first;
        private final double last;
        private final Plot plot;

        Drawn(Canvas canvas, Area area, List<Point> points) {
            this.canvas = canvas;
            this.area = area;
            this.points = points;
            first = points.get(0).distance().doubleValue();
            last = points.get(points.size() - 1).distance().doubleValue();
            plot = new Plot(area.width() - SCALE - 1, area.height() - 2, canvas.glyphs());
        }

        /** @param evens null where nothing breaks even */
        void paint(String name, Function<Point, @Nullable Figure> figure, @Nullable CurveRow evens) {
            var low = columns(figure, each -> bound(each, each.low()));
            var high = columns(figure, each -> bound(each, each.high()));
            var values = columns(figure, each -> each.value().doubleValue());
            var scale = ValueScale.of(values, 1)
                    .map(found -> evens == null ? found : found.with(evens.fee().doubleValue(), 2))
                    .map(ValueScale::rounded)
                    .orElseThrow();
            plot.line(clipped(low, scale), clipped(high, scale), values, scale, Role.SERIES);
            if (evens != null) {
                evens(evens, scale);
            }
            canvas.strip(area, 0).put(Role.TITLE, " " + name).end();
            for (int row = 0; row < area.height() - 2; row++) {
                var strip = canvas.strip(area, row + 1);
                boolean edge = row == 0 || row == area.height() - 3;
                strip.column(Role.DIM, SCALE, edge ? text(row == 0 ? scale.high() : scale.low(), evens == null) : "")
                        .skip(1);
                plot.put(strip, row);
                strip.end();
            }
            distances();
        }

        private void evens(CurveRow curve, ValueScale scale) {
            var fee = new double[plot.columns()];
            Arrays.fill(fee, curve.fee().doubleValue());
            plot.dashes(fee, scale, FEE, Role.DIM);
            var even = curve.breakEven();
            double half = even == null ? Double.NaN : even.half().doubleValue();
            if (half >= first && half <= last) {
                plot.mark(column(half), curve.fee().doubleValue(), scale, EVEN, Role.MID);
            }
        }

        private void distances() {
            var strip = canvas.strip(area, area.height() - 1);
            var to = text(last, false) + " bp";
            strip.skip(SCALE + 1).figure(Role.DIM, text(first, false) + " bp");
            strip.to(area.width() - to.length()).figure(Role.DIM, to);
            strip.end();
        }

        private int column(double distance) {
            return (int) Math.round((distance - first) / (last - first) * (plot.columns() - 1));
        }

        /** Straight from one distance to the next. */
        private double[] columns(Function<Point, @Nullable Figure> figure, ToDoubleFunction<Figure> part) {
            var values = new double[plot.columns()];
            Arrays.fill(values, Double.NaN);
            for (int i = 0; i + 1 < points.size(); i++) {
                var from = figure.apply(points.get(i));
                var to = figure.apply(points.get(i + 1));
                if (from == null || to == null) {
                    continue;
                }
                int begin = column(points.get(i).distance().doubleValue());
                int end = column(points.get(i + 1).distance().doubleValue());
                for (int column = begin; column <= end; column++) {
                    double share = end == begin ? 0 : (double) (column - begin) / (end - begin);
                    values[column] = part.applyAsDouble(from) * (1 - share) + part.applyAsDouble(to) * share;
                }
            }
            return values;
        }

        /** What is more uncertain than the scale is wide fills it. */
        private static double[] clipped(double[] values, ValueScale scale) {
            return Arrays.stream(values)
                    .map(value -> Math.max(scale.low(), Math.min(scale.high(), value)))
                    .toArray();
        }

        private static String text(double value, boolean power) {
            return Figures.brief(BigDecimal.valueOf(power ? Math.pow(10, value) : value), 2);
        }
    }
}
