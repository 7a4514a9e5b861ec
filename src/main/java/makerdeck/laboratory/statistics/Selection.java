package makerdeck.laboratory.statistics;

/**
 * How large a lead has to be for the best of several to be ranked first. Bechhofer's indifference zone (1954, Annals of
 * Mathematical Statistics 25): with noise {@code s} of a value and {@code n} seeds, a best that leads all others by
 * {@code h s / sqrt(n)} comes first with the wanted probability. Pure.
 */
public final class Selection {

    /** How often the best shall be ranked first. */
    public static final double WANTED = 0.95;

    private static final double END = 8;
    private static final int STEPS = 1600;
    private static final int HALVINGS = 60;

    /** Abramowitz and Stegun 7.1.26 is too coarse; this is the rational Chebyshev fit of Numerical Recipes, 1.2e-7. */
    private static final double[] ERFC = {
        -1.26551223,
        1.00002368,
        0.37409196,
        0.09678418,
        -0.18628806,
        0.27886807,
        -1.13520398,
        1.48851587,
        -0.82215223,
        0.17087277
    };

    private Selection() {}

    /** {@code h} for the best of so many, at least 2. */
    public static double constant(int candidates) {
        if (candidates < 2) {
            throw new IllegalArgumentException("a best has others beside it, were " + candidates);
        }
        double low = 0;
        double high = END;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (probability(middle, candidates) < WANTED) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The smallest lead over all others with which the best of {@code candidates} is ranked first as often as wanted. */
    public static double lead(int candidates, double noise, int seeds) {
        return constant(candidates) * noise / Math.sqrt(seeds);
    }

    /** The seeds that a lead needs; at least 2. */
    public static long seeds(int candidates, double noise, double lead) {
        double root = constant(candidates) * noise / lead;
        return Math.max(2, (long) Math.ceil(root * root));
    }

    /** That the best comes first when it leads by {@code h} standard errors: Simpson's rule over its own value. */
    private static double probability(double h, int candidates) {
        double step = 2 * END / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double z = -END + i * step;
            double value = Math.exp(-z * z / 2) * Math.pow(normal(z + h), candidates - 1);
            sum += value * (i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return sum * step / 3 / Math.sqrt(2 * Math.PI);
    }

    /** The normal distribution function. */
    private static double normal(double x) {
        double z = Math.abs(x) / Math.sqrt(2);
        double t = 1 / (1 + z / 2);
        double power = 0;
        for (int i = ERFC.length - 1; i >= 0; i--) {
            power = power * t + ERFC[i];
        }
        double tail = t * Math.exp(-z * z + power) / 2;
        return x > 0 ? 1 - tail : tail;
    }
}
