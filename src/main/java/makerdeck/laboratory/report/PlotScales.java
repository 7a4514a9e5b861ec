package makerdeck.laboratory.report;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import makerdeck.laboratory.report.ReportPart.Plot;
import makerdeck.laboratory.report.ReportPart.PlotPoint;

/**
 * Both axes of a plot, around all its points and intervals.
 *
 * @param isEmpty whether there is no point to draw
 */
record PlotScales(PlotScale horizontal, PlotScale vertical, boolean isEmpty) {

    static PlotScales of(Plot plot) {
        return new PlotScales(
                PlotScale.of(points(plot).mapToDouble(PlotPoint::x)),
                PlotScale.of(
                        points(plot).flatMapToDouble(point -> DoubleStream.of(point.low(), point.y(), point.high()))),
                points(plot).findAny().isEmpty());
    }

    private static Stream<PlotPoint> points(Plot plot) {
        return plot.lines().stream().flatMap(line -> line.points().stream());
    }
}
