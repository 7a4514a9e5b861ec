package makerdeck.strategy.signals;

import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.Side;

/**
 * How much more rests at one best price than at the other, as a mean of the last seconds from -1 to 1: over zero there is
 * more to buy than to sell, and the market would run into the asks. Engine thread only.
 */
final class TouchImbalance {

    /** Seconds of the mean, so that one order that comes and goes is not a crowd. */
    private static final double SECONDS = 5;

    // Engine thread only.
    private final TimedMean imbalances = new TimedMean(SECONDS);
    private final RecentPeak peak = new RecentPeak();

    void moved(Instant at, double imbalance) {
        imbalances.add(at, imbalance);
        look(at);
    }

    /** The sizes are still what they were. */
    void still(Instant at) {
        imbalances.still(at);
        look(at);
    }

    private void look(Instant at) {
        if (imbalances.isSettled()) {
            peak.add(at, imbalances.mean());
        }
    }

    /** How much longer a side counts as run into; zero when it does not. */
    Duration left(Instant now, Side side, double share) {
        return peak.left(now, side, share);
    }
}
