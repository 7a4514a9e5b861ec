package makerdeck.strategy.curve;

/** What fills of our own quotes came to, by their distance from the mid. Engine thread only. */
final class OwnEdges {

    // Engine thread only.
    private final long[] fills = new long[Distances.COUNT];
    private final double[] edges = new double[Distances.COUNT];
    private final double[] squares = new double[Distances.COUNT];

    void add(double distance, double edge) {
        int step = Math.max(0, Distances.reached(distance));
        fills[step]++;
        edges[step] += edge;
        squares[step] += edge * edge;
    }

    /** Between two distances, the second not among them. */
    FillCurve.Own between(double from, double to) {
        long count = 0;
        double sum = 0;
        double square = 0;
        for (int step = Distances.of(from); step < Distances.COUNT && Distances.basisPoints(step) < to; step++) {
            count += fills[step];
            sum += edges[step];
            square += squares[step];
        }
        double mean = count == 0 ? 0 : sum / count;
        double deviation = count < 2 ? Double.NaN : Math.sqrt(Math.max(0, square - sum * mean) / (count - 1) / count);
        return new FillCurve.Own(
                count,
                ConfidenceInterval.around(
                        mean, count < 4 ? Double.NaN : ConfidenceInterval.student(count - 1) * deviation));
    }
}
