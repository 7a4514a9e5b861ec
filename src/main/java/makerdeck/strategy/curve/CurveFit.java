package makerdeck.strategy.curve;

import java.util.Optional;

/**
 * The curve as a formula: {@code a * e^(-k * distance)} takers an hour on both sides, distance in basis points. Immutable.
 *
 * @param from the distance from which on it was fitted
 */
public record CurveFit(ConfidenceInterval a, ConfidenceInterval k, double from) {

    private static final double FEWEST = 50;
    private static final double FAR_ENOUGH = 5;

    /**
     * By maximum likelihood of an exponential reach beyond a distance: the farthest up to 5 bp that many came to, so that
     * what trades at the touch does not decide. Empty when there are too few.
     */
    static Optional<CurveFit> of(TailSums sums) {
        int from = Distances.of(FAR_ENOUGH);
        while (from > 0 && sums.independent(from) < FEWEST) {
            from--;
        }
        double count = sums.independent(from);
        if (!sums.isEnough() || count < FEWEST) {
            return Optional.empty();
        }
        double steps = 0;
        for (int step = from + 1; step < Distances.COUNT; step++) {
            steps += sums.rate(step).value();
        }
        double rate = sums.rate(from).value();
        if (steps <= 0) {
            return Optional.empty();
        }
        double k = Math.log(1 + rate / steps) / Distances.STEP;
        double distance = Distances.basisPoints(from);
        double error = k / Math.sqrt(count);
        double logError = ConfidenceInterval.NORMAL * Math.sqrt(1 / count + distance * distance * error * error);
        double a = rate * Math.exp(k * distance);
        return Optional.of(new CurveFit(
                new ConfidenceInterval(a, a * Math.exp(-logError), a * Math.exp(logError)),
                ConfidenceInterval.around(k, ConfidenceInterval.NORMAL * error),
                distance));
    }
}
