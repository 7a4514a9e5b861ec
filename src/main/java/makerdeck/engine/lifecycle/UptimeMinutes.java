package makerdeck.engine.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import org.jspecify.annotations.Nullable;

/** How long each side was quoted in each minute of the clock. Engine thread only. */
final class UptimeMinutes {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Consumer<Entry.MinuteQuoted> told;
    private final Map<Side, Duration> allowed = new EnumMap<>(Side.class);
    private final Map<Side, Duration> quoted = new EnumMap<>(Side.class);
    private Duration ran = Duration.ZERO;
    private @Nullable Instant minute;

    UptimeMinutes(Consumer<Entry.MinuteQuoted> told) {
        this.told = told;
    }

    /** Adds the time between. More than a minute without a look is no time that is known of: the machine slept. */
    void pass(Instant from, Instant to, Predicate<Side> wasAllowed, Predicate<Side> wasQuoted) {
        if (Duration.between(from, to).compareTo(MINUTE) > 0) {
            return;
        }
        var since = from;
        while (since.isBefore(to)) {
            var begins = since.truncatedTo(ChronoUnit.MINUTES);
            var ends = begins.plus(MINUTE);
            var until = ends.isBefore(to) ? ends : to;
            if (!begins.equals(minute)) {
                end();
                minute = begins;
            }
            add(Duration.between(since, until), wasAllowed, wasQuoted);
            since = until;
        }
    }

    private void add(Duration length, Predicate<Side> wasAllowed, Predicate<Side> wasQuoted) {
        ran = ran.plus(length);
        for (var side : Side.values()) {
            if (wasAllowed.test(side)) {
                allowed.merge(side, length, Duration::plus);
            }
            if (wasQuoted.test(side)) {
                quoted.merge(side, length, Duration::plus);
            }
        }
    }

    /** Tells the minute as far as it came. */
    void end() {
        if (minute != null) {
            told.accept(new Entry.MinuteQuoted(minute, ran, side(Side.BID), side(Side.ASK)));
        }
        minute = null;
        ran = Duration.ZERO;
        allowed.clear();
        quoted.clear();
    }

    private Entry.SideQuoted side(Side side) {
        return new Entry.SideQuoted(
                allowed.getOrDefault(side, Duration.ZERO), quoted.getOrDefault(side, Duration.ZERO));
    }
}
