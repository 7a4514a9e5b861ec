package makerdeck.engine.meter;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Cuts the time that passes into minutes of the clock. Engine thread only. */
public final class MinuteCut {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Is told what passes. */
    public interface Listener {

        /** So much has passed within one minute. */
        void passed(Duration length);

        /** The minute that began then is over, or nothing more is known of it; all that passed since the last call was in it. */
        void over(Instant minute);
    }

    private final Listener listener;
    private @Nullable Instant minute;
    private @Nullable Instant minuteEnds;

    public MinuteCut(Listener listener) {
        this.listener = listener;
    }

    /** Tells of the time between. More than a minute without a look is no time that is known of: the machine slept. */
    public void pass(Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(MINUTE) > 0) {
            end();
            return;
        }
        if (minute != null && minuteEnds != null && !from.isBefore(minute) && !to.isAfter(minuteEnds)) {
            listener.passed(Duration.between(from, to));
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
            listener.passed(Duration.between(since, until));
            since = until;
        }
    }

    /** Tells the minute as far as it came. */
    public void end() {
        if (minute != null) {
            listener.over(minute);
        }
        minute = null;
    }
}
