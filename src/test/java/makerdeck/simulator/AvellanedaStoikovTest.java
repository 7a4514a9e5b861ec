package makerdeck.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.DoubleSummaryStatistics;
import makerdeck.simulator.schedule.RandomDraws;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published experiment of Avellaneda and Stoikov (2008), made of the draws that all agents are made of. */
class AvellanedaStoikovTest {

    private static final int PATHS = 1000;
    private static final int STEPS = 200;
    private static final double STEP = 1.0 / STEPS;
    private static final double VARIANCE = 4;
    private static final double DECAY = 1.5;
    private static final double ARRIVALS = 140;

    private final RandomDraws moves = new RandomDraws(1, "moves");
    private final RandomDraws fills = new RandomDraws(1, "fills");
    private final Sample profits = new Sample();
    private final Sample positions = new Sample();

    private static final class Sample {
        private final DoubleSummaryStatistics values = new DoubleSummaryStatistics();
        private double squares;

        void add(double value) {
            values.accept(value);
            squares += value * value;
        }

        double mean() {
            return values.getAverage();
        }

        double deviation() {
            return Math.sqrt(squares / values.getCount() - mean() * mean());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, true, 1.49, 64.0, 65.8, 5.9, 7.2, 2.7, 3.2",
        "0.1, false, 1.49, 66.3, 70.2, 11.7, 15.1, 7.7, 9.1",
        "0.01, true, 1.35, 67.0, 69.8, 8.1, 9.9, 4.8, 5.7",
        "1, true, 3.02, 30.9, 32.1, 4.3, 5.3, 1.5, 1.8"
    })
    void profitAndRiskAreThePublishedOnes(
            double aversion,
            boolean minding,
            double spread,
            double leastProfit,
            double mostProfit,
            double leastDeviation,
            double mostDeviation,
            double leastPosition,
            double mostPosition) {
        for (int path = 0; path < PATHS; path++) {
            run(aversion, minding);
        }

        assertEquals(spread, averageSpread(aversion), 0.02);
        assertBetween(leastProfit, mostProfit, profits.mean());
        assertBetween(leastDeviation, mostDeviation, profits.deviation());
        assertBetween(leastPosition, mostPosition, positions.deviation());
    }

    private static double averageSpread(double aversion) {
        return aversion * VARIANCE / 2 + 2 / aversion * Math.log(1 + aversion / DECAY);
    }

    /** {@code minding}: around the price at which the inventory would be kept; otherwise evenly around the mid. */
    private void run(double aversion, boolean minding) {
        double mid = 100;
        double cash = 0;
        int position = 0;
        for (int step = 0; step < STEPS; step++) {
            double risk = aversion * VARIANCE * (1 - step * STEP);
            double half = minding
                    ? (averageSpread(aversion) - aversion * VARIANCE / 2 + risk) / 2
                    : averageSpread(aversion) / 2;
            double lean = minding ? position * risk : 0;
            boolean sells = fills.chance(ARRIVALS * STEP * Math.exp(-DECAY * (half - lean)));
            boolean buys = fills.chance(ARRIVALS * STEP * Math.exp(-DECAY * (half + lean)));
            if (sells) {
                cash += mid - lean + half;
                position--;
            }
            if (buys) {
                cash -= mid - lean - half;
                position++;
            }
            mid += Math.sqrt(VARIANCE * STEP) * (moves.chance(0.5) ? 1 : -1);
        }
        profits.add(cash + position * mid);
        positions.add(position);
    }

    private static void assertBetween(double low, double high, double value) {
        assertTrue(low <= value && value <= high, value + " is not within " + low + ".." + high);
    }
}
