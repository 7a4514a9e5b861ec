package makerdeck.laboratory.statistics;

/**
 * Student's t distribution. The distribution function is the regularised incomplete beta function, evaluated by its
 * continued fraction (Abramowitz and Stegun, 26.7.1 and 26.5.8); a quantile is found by halving. Pure.
 */
public final class StudentT {

    private static final double SMALL = 1e-300;
    private static final double CLOSE = 1e-15;
    private static final int MOST_TERMS = 10_000;
    private static final int HALVINGS = 200;

    /** Lanczos, g = 7, n = 9. */
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private StudentT() {}

    /** The value that lies at or under {@code t} with which probability. @param freedom degrees of it, at least 1 */
    public static double distribution(double t, int freedom) {
        if (freedom < 1) {
            throw new IllegalArgumentException("degrees of freedom must be at least 1, were " + freedom);
        }
        double tail = 0.5 * incompleteBeta(freedom / (freedom + t * t), freedom / 2.0, 0.5);
        return t > 0 ? 1 - tail : tail;
    }

    /** The value under which lies the share {@code probability}, within 0..1 but neither of them. */
    public static double quantile(double probability, int freedom) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("a probability is between 0 and 1, was " + probability);
        }
        double high = 1;
        while (distribution(high, freedom) < Math.max(probability, 1 - probability)) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < HALVINGS && high - low > CLOSE * high; i++) {
            double middle = (low + high) / 2;
            if (distribution(middle, freedom) < Math.max(probability, 1 - probability)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return probability < 0.5 ? -high : high;
    }

    private static double incompleteBeta(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
        // The fraction converges on this side; the other one is its mirror image.
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    /** Lentz's method. */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / apart(1 - (a + b) * x / (a + 1));
        double sum = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / apart(1 + even * d);
            c = apart(1 + even / c);
            sum *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / apart(1 + odd * d);
            c = apart(1 + odd / c);
            sum *= d * c;
            if (Math.abs(d * c - 1) < CLOSE) {
                break;
            }
        }
        return sum;
    }

    private static double apart(double value) {
        return Math.abs(value) < SMALL ? SMALL : value;
    }

    private static double logGamma(double x) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x + 6.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
