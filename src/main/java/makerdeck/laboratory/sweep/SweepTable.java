package makerdeck.laboratory.sweep;

import java.util.List;
import java.util.stream.Collectors;
import makerdeck.laboratory.report.Numbers;
import makerdeck.laboratory.statistics.Estimate;
import makerdeck.laboratory.sweep.Ranking.RankedCell;

/** All cells, best first, comma separated: for programs. */
final class SweepTable {

    private static final int DECIMALS = 6;
    private static final List<String> FIGURES = List.of(
            "seeds",
            "alpha_per_hour",
            "alpha_95",
            "gain_per_hour",
            "gain_95",
            "edge_bp",
            "edge_95",
            "fills_per_hour",
            "max_drawdown",
            "halted_seeds");

    private SweepTable() {}

    static String of(SweepPlan plan, Ranking ranking) {
        var keys = plan.keys();
        var text = new StringBuilder("# makerdeck=")
                .append(plan.version())
                .append(" inputs=")
                .append(plan.inputs())
                .append("\nrank,cell,");
        keys.forEach(key -> text.append(key).append(','));
        text.append(String.join(",", FIGURES)).append('\n');
        for (int i = 0; i < ranking.cells().size(); i++) {
            var each = ranking.cells().get(i);
            text.append(i + 1).append(',').append(each.cell()).append(',');
            keys.forEach(key -> text.append(plan.value(each.cell(), key)).append(','));
            text.append(figures(each)).append('\n');
        }
        return text.toString();
    }

    private static String figures(RankedCell each) {
        return List.of(
                        Integer.toString(each.alpha().count()),
                        pair(each.alpha()),
                        pair(each.gain()),
                        pair(each.edge()),
                        number(each.fills().mean()),
                        number(each.drawdown()),
                        Integer.toString(each.halted()))
                .stream()
                .collect(Collectors.joining(","));
    }

    private static String pair(Estimate estimate) {
        return number(estimate.mean()) + "," + number(estimate.halfWidth());
    }

    /** Nothing for what is no number. */
    private static String number(double value) {
        return Double.isFinite(value) ? Numbers.rounded(value, DECIMALS).toPlainString() : "";
    }
}
