package makerdeck.engine.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import org.jspecify.annotations.Nullable;

/** How long each side was quoted in each minute of the clock. Engine thread only. */
final class UptimeMinutes {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Consumer<Entry.MinuteQuoted> told;
    private final Set<Side> wasAllowed;
    private final Set<Side> wasQuoted;
    private final long[] allowed = new long[Side.values().length];
    private final long[] quoted = new long[Side.values().length];
    private Duration ran = Duration.ZERO;
    private @Nullable Instant minute;
    private @Nullable Instant minuteEnds;

    /** The sets: how it was since it was last told, kept up by the caller. */
    UptimeMinutes(Consumer<Entry.MinuteQuoted> told, Set<Side> wasAllowed, Set<Side> wasQuoted) {
        this.told = told;
        this.wasAllowed = wasAllowed;
        this.wasQuoted = wasQuoted;
    }

    /** Adds the time between. More than a minute without a look is no time that is known of: the machine slept. */
    void pass(Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(MINUTE) > 0) {
            return;
        }
        if (minute != null && minuteEnds != null && !from.isBefore(minute) && !to.isAfter(minuteEnds)) {
            add(Duration.between(from, to));
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
                minuteEnds = ends;
            }
            add(Duration.between(since, until));
            since = until;
        }
    }

    private void add(Duration length) {
        ran = ran.plus(length);
        for (var side : Side.values()) {
            allowed[side.ordinal()] += wasAllowed.contains(side) ? length.toNanos() : 0;
            quoted[side.ordinal()] += wasQuoted.contains(side) ? length.toNanos() : 0;
        }
    }

    /** Tells the minute as far as it came. */
    void end() {
        if (minute != null) {
            told.accept(new Entry.MinuteQuoted(minute, ran, side(Side.BID), side(Side.ASK)));
        }
        minute = null;
        ran = Duration.ZERO;
        Arrays.fill(allowed, 0);
        Arrays.fill(quoted, 0);
    }

    private Entry.SideQuoted side(Side side) {
        return new Entry.SideQuoted(
                Duration.ofNanos(allowed[side.ordinal()]), Duration.ofNanos(quoted[side.ordinal()]));
    }
}
