package makerdeck.strategy.curve;

/**
 * What fills gained on their volume: sums from which mean and interval come. Immutable.
 *
 * @param gain of all of them, {@code volume} likewise, in one asset
 * @param gainByVolume sum over fills of one times the other
 */
public record WeightedMean(
        long fills, double gain, double volume, double gainSquared, double gainByVolume, double volumeSquared) {

    public static final WeightedMean NONE = new WeightedMean(0, 0, 0, 0, 0, 0);

    private static final long FEWEST = 4;
    private static final double BASIS_POINTS = 10_000;

    /** With one more. */
    public WeightedMean plus(double its, double worth) {
        return new WeightedMean(
                fills + 1,
                gain + its,
                volume + worth,
                gainSquared + its * its,
                gainByVolume + its * worth,
                volumeSquared + worth * worth);
    }

    /** Gain over volume; the interval is not a number while there are fewer than 4 fills. */
    public ConfidenceInterval basisPoints() {
        double mean = volume == 0 ? 0 : gain / volume;
        if (fills < FEWEST || volume == 0) {
            return ConfidenceInterval.around(mean * BASIS_POINTS, Double.NaN);
        }
        double off = gainSquared - 2 * mean * gainByVolume + mean * mean * volumeSquared;
        double deviation = Math.sqrt(Math.max(0, off) * fills / (fills - 1.0)) / volume;
        return ConfidenceInterval.around(
                mean * BASIS_POINTS, ConfidenceInterval.student(fills - 1.0) * deviation * BASIS_POINTS);
    }
}
