package makerdeck.strategy.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import makerdeck.domain.Side;

/**
 * How far the mid is from its mean of the last minute, in deviations of a minute: the quotes that it runs into lose.
 * Engine thread only.
 */
final class Trend {

    private static final double MINUTE = 60;
    private static final double MINUTES_PER_DAY = 1440;
    private static final double FEWEST_TICKS = 2;

    private final double leastMove;

    // Engine thread only.
    private final TimedMean mids = new TimedMean(MINUTE);
    private final RecentPeak peak = new RecentPeak();

    Trend(double tick) {
        leastMove = FEWEST_TICKS * tick;
    }

    /** @param volatility in % per day; while empty nothing counts as a trend */
    void moved(Instant at, double mid, OptionalDouble volatility) {
        mids.add(at, mid);
        look(at, volatility);
    }

    /** The mid is still what it was. */
    void still(Instant at, OptionalDouble volatility) {
        mids.still(at);
        look(at, volatility);
    }

    private void look(Instant at, OptionalDouble volatility) {
        double off = mids.value() - mids.mean();
        if (!mids.isSettled() || volatility.isEmpty() || Math.abs(off) <= leastMove) {
            return;
        }
        double usual = volatility.getAsDouble() / 100 / Math.sqrt(MINUTES_PER_DAY);
        peak.add(at, Math.log(mids.value() / mids.mean()) / usual);
    }

    /** How much longer a side counts as run into; zero when it does not. */
    Duration left(Instant now, Side side, double deviations) {
        return peak.left(now, side, deviations);
    }
}
