package makerdeck.simulator;

import java.util.List;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Side;

/** How much rests in the book at some distances from the mid. */
final class DepthStatistics {

    private static final double[] DISTANCES_BP = {1, 5, 10, 20, 27};
    /** Half the width of what is looked at around a distance, in bp. */
    private static final double AROUND = 1;

    private final double[] sums = new double[DISTANCES_BP.length];
    private int books;

    void sample(Book book) {
        double mid = (price(book.bids()) + price(book.asks())) / 2;
        books++;
        for (var side : Side.values()) {
            for (var level : book.levels(side)) {
                double bp = Math.abs(level.price().ticks() / mid - 1) * 1e4;
                add(bp, level.quantity().steps());
            }
        }
    }

    private static double price(List<Level> levels) {
        return levels.get(0).price().ticks();
    }

    private void add(double bp, long steps) {
        for (int i = 0; i < sums.length; i++) {
            if (Math.abs(bp - DISTANCES_BP[i]) <= AROUND) {
                sums[i] += steps;
            }
        }
    }

    /** Steps a basis point and side, at 1, 5, 10, 20 and 27 bp. */
    double[] perBp() {
        double[] perBp = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            double width = Math.min(2 * AROUND, DISTANCES_BP[i] + AROUND);
            perBp[i] = sums[i] / books / 2 / width;
        }
        return perBp;
    }

    /** What rests at 20 bp in parts of what rests at 10 bp. */
    double farOverNear() {
        double[] perBp = perBp();
        return perBp[3] / perBp[2];
    }
}
