package makerdeck.notify.model;

import java.time.Instant;
import java.util.Locale;
import makerdeck.snapshot.Severity;

/**
 * One thing that a person is to be told, said already in the operator's language. Immutable.
 *
 * @param number counts up; never the same twice on one machine
 * @param id of the cause, the same for an alert and for its end
 * @param desk the market, {@code venue} and {@code mode} as the screen has them
 * @param count how often it was raised while it waited
 */
public record Note(
        long number,
        Kind kind,
        String id,
        Severity level,
        Instant at,
        String desk,
        String venue,
        String mode,
        String title,
        String text,
        long count) {

    /** What kind of news it is. */
    public enum Kind {
        ALERT,
        /** The cause of an alert is over; its level is that of the alert. */
        RECOVERED,
        /** The desk is in another state for good: halted, finished, stopped. */
        STATE,
        /** The sum of a day. */
        SUMMARY,
        /** Sent by hand, to see whether it arrives. */
        TEST;

        /** As programs read it: {@code recovered}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As programs read it: {@code critical}. */
    public String levelWord() {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it has to come through whatever the hour and the rate. */
    public boolean isUrgent() {
        return level == Severity.CRITICAL || kind == Kind.TEST;
    }

    /** Whether both are about one thing at one desk: the same goes wrong at others under the same id. */
    public boolean isOfSameCause(Note other) {
        return id.equals(other.id) && desk.equals(other.desk) && venue.equals(other.venue) && mode.equals(other.mode);
    }

    public Note numbered(long other) {
        return new Note(other, kind, id, level, at, desk, venue, mode, title, text, count);
    }

    /** This note in the place of an older one that still waits. */
    public Note insteadOf(Note older) {
        return new Note(older.number(), kind, id, level, at, desk, venue, mode, title, text, older.count() + 1);
    }

    /** With a remark after its text. */
    public Note withRemark(String remark) {
        return new Note(number, kind, id, level, at, desk, venue, mode, title, text + "\n" + remark, count);
    }
}
