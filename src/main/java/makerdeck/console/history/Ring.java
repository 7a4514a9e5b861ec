package makerdeck.console.history;

import java.time.Duration;
import java.util.Optional;
import makerdeck.command.ChartSpan;

/** The points of one span, each in the place of the one that is a span older. UI thread only. */
final class Ring {

    private final long millis;
    private final Point[] points;

    Ring(ChartSpan span) {
        millis = span.bucket().toMillis();
        // The axis ends at a mark, so that a whole span lies before now at most.
        points = new Point[(int) (span.length().toMillis() / millis) + 1];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point();
        }
    }

    Duration step() {
        return Duration.ofMillis(millis);
    }

    /** The point at a time; empty when what is there is newer. */
    Optional<Point> at(long epochMillis) {
        long slot = Math.floorDiv(epochMillis, millis);
        var point = place(slot);
        if (point.slot() > slot) {
            return Optional.empty();
        }
        if (point.slot() < slot) {
            point.begin(slot);
        }
        return Optional.of(point);
    }

    /** The point of a step of time; empty when nothing is known of it. */
    Optional<Point> known(long slot) {
        var point = place(slot);
        return point.slot() == slot ? Optional.of(point) : Optional.empty();
    }

    private Point place(long slot) {
        return points[Math.floorMod(slot, points.length)];
    }
}
