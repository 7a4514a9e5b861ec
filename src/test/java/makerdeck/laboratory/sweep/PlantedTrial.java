package makerdeck.laboratory.sweep;

import java.util.SplittableRandom;
import makerdeck.strategy.parameters.Parameters;

/**
 * A desk whose best parameters are known: markets are good or bad for all alike, each desk has luck of its own with
 * heavy tails, and one of them really earns more.
 *
 * @param best the {@code spread} and {@code skew} of it, as parameters spell them
 * @param lead by which it earns more, quote units an hour
 * @param noise standard deviation of a desk's own luck on a market
 * @param repeat another one draws everything anew
 */
record PlantedTrial(String best, double lead, double noise, long repeat) implements Trial {

    private static final double MARKETS = 3;
    private static final int FREEDOM = 5;

    static String spelled(Parameters parameters) {
        var values = parameters.values();
        return values.get(makerdeck.strategy.parameters.Parameter.SPREAD) + "/"
                + values.get(makerdeck.strategy.parameters.Parameter.SKEW);
    }

    @Override
    public Figures run(Parameters parameters, long seed) {
        var market = new SplittableRandom(seed * 7919 + repeat);
        var own = new SplittableRandom(
                (seed * 31 + repeat) * 104_729 + spelled(parameters).hashCode());
        double alpha = MARKETS * normal(market)
                + noise * heavy(own)
                + (spelled(parameters).equals(best) ? lead : 0);
        double edge = seed % 5 == 0 ? Double.NaN : 8 + normal(own);
        return new Figures(alpha, edge, 3 + own.nextInt(4), 10 * own.nextDouble());
    }

    /** Student's t with variance 1. */
    private static double heavy(SplittableRandom random) {
        double squares = 0;
        for (int i = 0; i < FREEDOM; i++) {
            double each = normal(random);
            squares += each * each;
        }
        return normal(random) / Math.sqrt(squares / FREEDOM) / Math.sqrt(FREEDOM / (FREEDOM - 2.0));
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
