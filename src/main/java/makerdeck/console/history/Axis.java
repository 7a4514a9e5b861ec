package makerdeck.console.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import makerdeck.command.ChartSpan;

/**
 * A piece of time as columns: it ends at the next mark of the clock where the operator is, so that the line grows to
 * the right and everything else stands still until the mark is reached. Immutable.
 */
public record Axis(long startMillis, long endMillis, long stepMillis) {

    public static Axis of(ChartSpan span, Instant now, ZoneId zone) {
        long step = span.step().toMillis();
        long offset = Duration.ofSeconds(zone.getRules().getOffset(now).getTotalSeconds())
                .toMillis();
        long end = (Math.floorDiv(now.toEpochMilli() + offset, step) + 1) * step - offset;
        return new Axis(end - span.length().toMillis(), end, step);
    }

    /** Of {@code count} columns; outside of them for a time outside. */
    int column(long epochMillis, int count) {
        return (int) Math.floorDiv((epochMillis - startMillis) * count, endMillis - startMillis);
    }

    /** The marks but the end, oldest first. */
    public List<Instant> marks() {
        var marks = new ArrayList<Instant>();
        for (long at = startMillis; at < endMillis; at += stepMillis) {
            marks.add(Instant.ofEpochMilli(at));
        }
        return marks;
    }

    /** Where a time is among {@code count} columns. */
    public int column(Instant at, int count) {
        return column(at.toEpochMilli(), count);
    }
}
