package makerdeck.strategy.signals;

/** An exponentially weighted mean over time whose early values are not biased towards zero. */
final class Average {

    private final double halfLife;

    // Engine thread only.
    private double sum;
    private double weight;

    /** @param halfLife seconds after which a value counts half */
    Average(double halfLife) {
        this.halfLife = halfLife;
    }

    /** Takes a value that held for so many seconds. */
    void add(double value, double seconds) {
        double fresh = 1 - Math.pow(0.5, seconds / halfLife);
        sum = sum * (1 - fresh) + value * fresh;
        weight = weight * (1 - fresh) + fresh;
    }

    /** Starts over as if it had always been so. */
    void begin(double mean) {
        sum = mean;
        weight = 1;
    }

    double mean() {
        return weight == 0 ? 0 : sum / weight;
    }
}
