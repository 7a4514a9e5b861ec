package makerdeck.strategy.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the regime, and changes its mind only for a clear and lasting reason. */
final class RegimeWatch {

    private static final double LOW = 2;
    private static final double HIGH = 5;
    private static final double CLEAR = 0.1;
    private static final Duration DWELL = Duration.ofSeconds(60);

    // Engine thread only.
    private @Nullable Regime regime;
    private @Nullable Regime next;
    private Instant since = Instant.MIN;

    void update(Instant now, double percentPerDay) {
        var current = regime;
        if (current == null) {
            regime = between(percentPerDay, LOW, HIGH);
            return;
        }
        var seen = seenFrom(current, percentPerDay);
        if (seen == current) {
            next = null;
        } else if (seen != next) {
            next = seen;
            since = now;
        } else if (!now.isBefore(since.plus(DWELL))) {
            regime = seen;
            next = null;
        }
    }

    /** The borders are 10 % further away for whoever has to cross them. */
    private static Regime seenFrom(Regime current, double percentPerDay) {
        return between(
                percentPerDay,
                LOW * (current == Regime.LOW ? 1 + CLEAR : 1 - CLEAR),
                HIGH * (current == Regime.HIGH ? 1 - CLEAR : 1 + CLEAR));
    }

    private static Regime between(double percentPerDay, double low, double high) {
        if (percentPerDay < low) {
            return Regime.LOW;
        }
        return percentPerDay > high ? Regime.HIGH : Regime.MID;
    }

    Optional<Regime> regime() {
        return Optional.ofNullable(regime);
    }
}
