package makerdeck.strategy.curve;

/** The grid on which distances from the mid are counted. */
final class Distances {

    /** In basis points. */
    static final double STEP = 0.5;

    /** What is further away counts as this far. */
    static final int COUNT = 201;

    private Distances() {}

    /** The last step that a distance reaches; negative when it is nearer than the mid. */
    static int reached(double basisPoints) {
        return (int) Math.min(COUNT - 1L, (long) Math.floor(basisPoints / STEP + 1e-9));
    }

    /** The first step no nearer than a distance: what reaches it reaches an order there. */
    static int of(double basisPoints) {
        return (int) Math.min(COUNT - 1L, Math.max(0, (long) Math.ceil(basisPoints / STEP - 1e-9)));
    }

    static double basisPoints(int step) {
        return step * STEP;
    }
}
