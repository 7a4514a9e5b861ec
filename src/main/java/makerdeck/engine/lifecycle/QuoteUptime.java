package makerdeck.engine.lifecycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import org.jspecify.annotations.Nullable;

/**
 * How long each side was quoted: of all the time since the first quote of either, and beside it of the time it was
 * allowed to. Engine thread only.
 */
public final class QuoteUptime {

    private final Map<Side, Duration> allowed = new EnumMap<>(Side.class);
    private final Map<Side, Duration> quoted = new EnumMap<>(Side.class);
    private final Map<Side, Boolean> wasAllowed = new EnumMap<>(Side.class);
    private final Map<Side, Boolean> wasQuoted = new EnumMap<>(Side.class);
    private Duration whole = Duration.ZERO;
    private boolean begun;
    private @Nullable Instant last;
    private final UptimeMinutes minutes;

    /** @param minutes told of each minute of which some was after the first quote, when it is over */
    public QuoteUptime(Consumer<Entry.MinuteQuoted> minutes) {
        this.minutes = new UptimeMinutes(minutes);
    }

    /** Ends the time since the last call, during which each side was as it was said to be then. */
    void pass(Instant now) {
        if (last != null && now.isAfter(last)) {
            var length = Duration.between(last, now);
            whole = begun ? whole.plus(length) : whole;
            if (begun) {
                minutes.pass(last, now, this::wasAllowed, this::wasQuoted);
            }
            for (var side : Side.values()) {
                if (wasAllowed(side)) {
                    allowed.merge(side, length, Duration::plus);
                }
                if (wasQuoted(side)) {
                    quoted.merge(side, length, Duration::plus);
                }
            }
        }
        last = now;
    }

    private boolean wasAllowed(Side side) {
        return wasAllowed.getOrDefault(side, false);
    }

    private boolean wasQuoted(Side side) {
        return wasQuoted.getOrDefault(side, false);
    }

    /** The minute that runs is told as far as it came. */
    public void end() {
        minutes.end();
    }

    void is(Side side, boolean isAllowed, boolean isQuoted) {
        wasAllowed.put(side, isAllowed);
        wasQuoted.put(side, isQuoted);
        if (isQuoted && !begun) {
            begun = true;
            // Both shares are of the time from here on, or the one of the part could be the smaller.
            allowed.clear();
        }
    }

    /** Since the first quote of either side. */
    public Duration whole() {
        return whole;
    }

    /** How long the side was quoted since then. */
    public Duration quoted(Side side) {
        return quoted.getOrDefault(side, Duration.ZERO);
    }

    /** In % of the time since the first quote of either side; 0 when there was none. */
    public BigDecimal percent(Side side) {
        return share(side, whole).orElse(BigDecimal.ZERO);
    }

    /** In % of the time the side was allowed to be quoted; empty when there was none. */
    public Optional<BigDecimal> percentOfAllowed(Side side) {
        return share(side, allowed.getOrDefault(side, Duration.ZERO));
    }

    private Optional<BigDecimal> share(Side side, Duration of) {
        return of.toMillis() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(
                                quoted.getOrDefault(side, Duration.ZERO).toMillis())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(of.toMillis()), 3, RoundingMode.FLOOR));
    }
}
