package makerdeck.engine.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import makerdeck.domain.Side;
import makerdeck.engine.meter.MinuteCut;
import makerdeck.journal.Entry;

/** How long each side was quoted in each minute of the clock. Engine thread only. */
final class UptimeMinutes implements MinuteCut.Listener {

    private final Consumer<Entry.MinuteQuoted> told;
    private final Set<Side> wasAllowed;
    private final Set<Side> wasQuoted;
    private final MinuteCut minutes = new MinuteCut(this);
    private final long[] allowed = new long[Side.values().length];
    private final long[] quoted = new long[Side.values().length];
    private Duration ran = Duration.ZERO;

    /** The sets: how it was since it was last told, kept up by the caller. */
    UptimeMinutes(Consumer<Entry.MinuteQuoted> told, Set<Side> wasAllowed, Set<Side> wasQuoted) {
        this.told = told;
        this.wasAllowed = wasAllowed;
        this.wasQuoted = wasQuoted;
    }

    /** Adds the time between. */
    void pass(Instant from, Instant to) {
        minutes.pass(from, to);
    }

    @Override
    public void passed(Duration length) {
        ran = ran.plus(length);
        for (var side : Side.values()) {
            allowed[side.ordinal()] += wasAllowed.contains(side) ? length.toNanos() : 0;
            quoted[side.ordinal()] += wasQuoted.contains(side) ? length.toNanos() : 0;
        }
    }

    /** Tells the minute as far as it came. */
    void end() {
        minutes.end();
    }

    @Override
    public void over(Instant minute) {
        told.accept(new Entry.MinuteQuoted(minute, ran, side(Side.BID), side(Side.ASK)));
        ran = Duration.ZERO;
        Arrays.fill(allowed, 0);
        Arrays.fill(quoted, 0);
    }

    private Entry.SideQuoted side(Side side) {
        return new Entry.SideQuoted(
                Duration.ofNanos(allowed[side.ordinal()]), Duration.ofNanos(quoted[side.ordinal()]));
    }
}
