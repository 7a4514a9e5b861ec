package makerdeck.laboratory.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import makerdeck.laboratory.statistics.Estimate;
import makerdeck.laboratory.statistics.Luck;
import makerdeck.laboratory.statistics.Selection;
import makerdeck.laboratory.sweep.Trial.Figures;

/**
 * Cells by their mean alpha. Immutable.
 *
 * @param cells best first; of equal ones the smaller number first
 * @param luck what the best shows by luck alone, in quote units an hour over the base
 * @param noise of one seed's difference between two cells, over the root of two: the median over the others beside the
 *     best; NaN with one seed, or when no other does anything else
 */
record Ranking(List<RankedCell> cells, double luck, double noise) {

    /**
     * One of them.
     *
     * @param alpha quote units an hour
     * @param gain its alpha less the base's on the same seed
     * @param edge basis points after 30 s, of the seeds with fills
     * @param fills an hour
     * @param drawdown largest of all seeds, quote units
     * @param halted on how many of the seeds the desk stood halted at the end
     */
    record RankedCell(
            int cell, Estimate alpha, Estimate gain, Estimate edge, Estimate fills, double drawdown, int halted) {}

    Ranking {
        cells = List.copyOf(cells);
    }

    /** @param figures by cell and seed, the base first */
    static Ranking of(List<List<Figures>> figures) {
        var alphas = figures.stream().map(each -> column(each, Figures::alpha)).toArray(double[][]::new);
        var base = alphas[SweepPlan.BASE];
        var cells = new ArrayList<RankedCell>();
        for (int cell = 0; cell < alphas.length; cell++) {
            var its = figures.get(cell);
            cells.add(new RankedCell(
                    cell,
                    Estimate.of(alphas[cell]),
                    Estimate.ofDifferences(alphas[cell], base),
                    Estimate.ofNumbers(column(its, Figures::edge)),
                    Estimate.of(column(its, Figures::fills)),
                    its.stream().mapToDouble(Figures::drawdown).max().orElse(0),
                    (int) its.stream().filter(Figures::halted).count()));
        }
        cells.sort(Comparator.comparingDouble((RankedCell each) -> -each.alpha().mean())
                .thenComparingInt(RankedCell::cell));
        var tried = new double[alphas.length - 1][];
        System.arraycopy(alphas, 1, tried, 0, tried.length);
        var best = cells.get(0);
        double error = best.gain().hasInterval() ? best.gain().standardError() : 0;
        return new Ranking(cells, Luck.ofBest(base, tried) * error, noise(alphas, best.cell()));
    }

    private static double[] column(List<Figures> seeds, ToDoubleFunction<Figures> figure) {
        return seeds.stream().mapToDouble(figure).toArray();
    }

    private static double noise(double[][] alphas, int best) {
        var deviations = new ArrayList<Double>();
        for (var each : alphas) {
            double deviation = Estimate.ofDifferences(each, alphas[best]).deviation();
            if (deviation > 0) {
                deviations.add(deviation / Math.sqrt(2));
            }
        }
        deviations.sort(Comparator.naturalOrder());
        return deviations.isEmpty() ? Double.NaN : deviations.get(deviations.size() / 2);
    }

    RankedCell best() {
        return cells.get(0);
    }

    RankedCell second() {
        return cells.get(1);
    }

    boolean hasSecond() {
        return cells.size() > 1;
    }

    /** The lead that a best must have to be ranked first 95 times of 100 with so many seeds; NaN when nobody knows. */
    double findableLead() {
        return hasSecond() ? Selection.lead(cells.size(), noise, best().alpha().count()) : Double.NaN;
    }

    /** The seeds that another lead would need. */
    long seedsFor(double lead) {
        return Selection.seeds(cells.size(), noise, lead);
    }
}
