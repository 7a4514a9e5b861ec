package makerdeck.notify.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Hours of the day in which only what is urgent is sent; the rest waits for their end.
 *
 * @param from first minute; {@code to} the first minute after them, earlier than {@code from} where they go over midnight
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    public boolean contains(Instant at) {
        var time = at.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    /** From {@code at} until they are over; zero outside of them. */
    public Duration left(Instant at) {
        if (!contains(at)) {
            return Duration.ZERO;
        }
        var here = at.atZone(zone);
        var end = here.with(to);
        return Duration.between(at, (end.isAfter(here) ? end : end.plusDays(1)).toInstant());
    }
}
