package makerdeck.laboratory.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import makerdeck.laboratory.model.RunFill;
import makerdeck.laboratory.model.RunResult;
import makerdeck.laboratory.statistics.Estimate;

/** How often quotes were filled at which distance from the mid, and what such fills were worth. Pure. */
final class FillsByDistance {

    static final int EDGE_AFTER_SECONDS = 30;

    /**
     * One basis point of distance.
     *
     * @param fromBp the distance it begins with
     * @param fills in all runs
     * @param perHour fills an hour, both sides
     * @param edgeBp what a fill was worth after 30 s, before its fee, in bp of its price
     */
    record Step(int fromBp, int fills, Estimate perHour, Estimate edgeBp) {}

    private FillsByDistance() {}

    /** The distances at which anything was filled, nearest first. Fills that were no quotes do not count. */
    static List<Step> of(List<RunResult> runs) {
        var distances = new TreeSet<Integer>();
        runs.forEach(run -> quotes(run).forEach(fill -> distances.add(step(fill))));
        var curve = new ArrayList<Step>();
        for (int from : distances) {
            var here = runs.stream().map(run -> at(run, from)).toList();
            curve.add(new Step(
                    from,
                    here.stream().mapToInt(List::size).sum(),
                    perHour(runs, here),
                    mean(here, fill -> fill.markoutBp(EDGE_AFTER_SECONDS).orElse(Double.NaN))));
        }
        return curve;
    }

    private static Estimate perHour(List<RunResult> runs, List<List<RunFill>> here) {
        var rates = new double[runs.size()];
        for (int run = 0; run < rates.length; run++) {
            rates[run] = here.get(run).size() / runs.get(run).hours();
        }
        return Estimate.of(rates);
    }

    /** The mean of a figure over the fills of all runs; fills of which it is no number are left out. */
    static Estimate mean(List<List<RunFill>> fills, ToDoubleFunction<RunFill> figure) {
        var sums = new double[fills.size()];
        var counts = new double[fills.size()];
        for (int run = 0; run < sums.length; run++) {
            for (var fill : fills.get(run)) {
                double value = figure.applyAsDouble(fill);
                if (!Double.isNaN(value)) {
                    sums[run] += value;
                    counts[run]++;
                }
            }
        }
        return Pooled.mean(sums, counts);
    }

    /** Fills of quotes whose distance is known. */
    static List<RunFill> quotes(RunResult run) {
        return run.fills().stream()
                .filter(fill -> fill.layer() > 0 && fill.distanceBp().isPresent())
                .toList();
    }

    private static List<RunFill> at(RunResult run, int from) {
        return quotes(run).stream().filter(fill -> step(fill) == from).toList();
    }

    private static int step(RunFill fill) {
        return (int) Math.floor(fill.distanceBp().orElseThrow());
    }
}
