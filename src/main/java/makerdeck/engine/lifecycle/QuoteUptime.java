package makerdeck.engine.lifecycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import org.jspecify.annotations.Nullable;

/**
 * How long each side was quoted: of all the time since the first quote of either, and beside it of the time it was
 * allowed to. Engine thread only.
 */
public final class QuoteUptime {

    // By side, in nanoseconds: added to after every input.
    private final long[] allowed = new long[Side.values().length];
    private final long[] quoted = new long[Side.values().length];
    private final Set<Side> wasAllowed = EnumSet.noneOf(Side.class);
    private final Set<Side> wasQuoted = EnumSet.noneOf(Side.class);
    private Duration whole = Duration.ZERO;
    private boolean begun;
    private @Nullable Instant last;
    private final UptimeMinutes minutes;

    /** @param minutes told of each minute of which some was after the first quote, when it is over */
    public QuoteUptime(Consumer<Entry.MinuteQuoted> minutes) {
        this.minutes = new UptimeMinutes(minutes, wasAllowed, wasQuoted);
    }

    /** Ends the time since the last call, during which each side was as it was said to be then. */
    void pass(Instant now) {
        if (last != null && now.isAfter(last)) {
            var length = Duration.between(last, now);
            if (begun) {
                whole = whole.plus(length);
                minutes.pass(last, now);
            }
            for (var side : Side.values()) {
                allowed[side.ordinal()] += wasAllowed.contains(side) ? length.toNanos() : 0;
                quoted[side.ordinal()] += wasQuoted.contains(side) ? length.toNanos() : 0;
            }
        }
        last = now;
    }

    /** The minute that runs is told as far as it came. */
    public void end() {
        minutes.end();
    }

    void is(Side side, boolean isAllowed, boolean isQuoted) {
        set(wasAllowed, side, isAllowed);
        set(wasQuoted, side, isQuoted);
        if (isQuoted && !begun) {
            begun = true;
            // Both shares are of the time from here on, or the one of the part could be the smaller.
            Arrays.fill(allowed, 0);
        }
    }

    private static void set(Set<Side> sides, Side side, boolean on) {
        if (on) {
            sides.add(side);
        } else {
            sides.remove(side);
        }
    }

    /** Since the first quote of either side. */
    public Duration whole() {
        return whole;
    }

    /** How long the side was quoted since then. */
    public Duration quoted(Side side) {
        return Duration.ofNanos(quoted[side.ordinal()]);
    }

    /** In % of the time since the first quote of either side; 0 when there was none. */
    public BigDecimal percent(Side side) {
        return share(side, whole).orElse(BigDecimal.ZERO);
    }

    /** In % of the time the side was allowed to be quoted; empty when there was none. */
    public Optional<BigDecimal> percentOfAllowed(Side side) {
        return share(side, Duration.ofNanos(allowed[side.ordinal()]));
    }

    private Optional<BigDecimal> share(Side side, Duration of) {
        return of.toMillis() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(quoted(side).toMillis())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(of.toMillis()), 3, RoundingMode.FLOOR));
    }
}
