package makerdeck.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/** How long each side was quoted, of the time it was allowed to. Engine thread only. */
final class Uptime {

    private final Map<Side, Duration> allowed = new EnumMap<>(Side.class);
    private final Map<Side, Duration> quoted = new EnumMap<>(Side.class);
    private final Map<Side, Boolean> wasAllowed = new EnumMap<>(Side.class);
    private final Map<Side, Boolean> wasQuoted = new EnumMap<>(Side.class);
    private @Nullable Instant last;

    /** Ends the time since the last call, during which each side was as it was said to be then. */
    void pass(Instant now) {
        if (last != null && now.isAfter(last)) {
            var length = Duration.between(last, now);
            for (var side : Side.values()) {
                if (wasAllowed.getOrDefault(side, false)) {
                    allowed.merge(side, length, Duration::plus);
                    if (wasQuoted.getOrDefault(side, false)) {
                        quoted.merge(side, length, Duration::plus);
                    }
                }
            }
        }
        last = now;
    }

    void is(Side side, boolean isAllowed, boolean isQuoted) {
        wasAllowed.put(side, isAllowed);
        wasQuoted.put(side, isQuoted);
    }

    /** In % of the allowed time; 100 when there was none. */
    BigDecimal percent(Side side) {
        var whole = allowed.getOrDefault(side, Duration.ZERO).toMillis();
        return whole == 0
                ? BigDecimal.valueOf(100)
                : BigDecimal.valueOf(quoted.getOrDefault(side, Duration.ZERO).toMillis())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 3, RoundingMode.FLOOR);
    }
}
