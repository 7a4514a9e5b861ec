package makerdeck.laboratory.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import makerdeck.laboratory.report.ReportPart;
import makerdeck.laboratory.report.ReportPart.Plot;
import makerdeck.laboratory.report.ReportPart.PlotLine;
import makerdeck.laboratory.report.ReportPart.PlotPoint;
import makerdeck.laboratory.report.ReportPart.Shape;
import makerdeck.laboratory.sweep.Ranking.RankedCell;
import makerdeck.message.Message;

/** A plot an axis: the alpha of those cells that differ from the winner in that parameter alone. */
final class AroundTheWinner {

    private AroundTheWinner() {}

    static List<ReportPart> of(SweepPlan plan, Ranking ranking) {
        var plots = new ArrayList<ReportPart>();
        for (var key : plan.keys()) {
            plots.add(new Plot(
                    Message.of("laboratory.sweep.plot", key),
                    Message.plain(key),
                    Message.of("laboratory.sweep.head.alpha"),
                    List.of(new PlotLine(
                            Message.of("laboratory.sweep.head.alpha"), Shape.DOTS, points(plan, ranking, key)))));
        }
        return plots;
    }

    private static List<PlotPoint> points(SweepPlan plan, Ranking ranking, String key) {
        int winner = ranking.best().cell();
        var points = new ArrayList<PlotPoint>();
        for (var each : ranking.cells()) {
            var alike = plan.keys().stream()
                    .allMatch(other ->
                            other.equals(key) || plan.value(each.cell(), other).equals(plan.value(winner, other)));
            if (alike) {
                point(plan.value(each.cell(), key), each, points);
            }
        }
        points.sort(Comparator.comparingDouble(PlotPoint::x));
        return points;
    }

    /** None for a word. */
    private static void point(String value, RankedCell each, List<PlotPoint> points) {
        if (value.matches("[0-9.]+")) {
            double room = each.alpha().hasInterval() ? each.alpha().halfWidth() : 0;
            double mean = each.alpha().mean();
            points.add(new PlotPoint(Double.parseDouble(value), mean - room, mean, mean + room));
        }
    }
}
