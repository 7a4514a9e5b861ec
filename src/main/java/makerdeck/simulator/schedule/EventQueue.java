package makerdeck.simulator.schedule;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is due when, in virtual time; what is due at the same moment happens in the order it was asked for. */
public final class EventQueue {

    private record Due(long atNanos, long sequence, Runnable task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long sequence;
    private long now;

    public EventQueue(long startNanos) {
        now = startNanos;
    }

    public long now() {
        return now;
    }

    public void at(long atNanos, Runnable task) {
        queue.add(new Due(Math.max(now, atNanos), sequence++, task));
    }

    public void after(long nanos, Runnable task) {
        at(now + nanos, task);
    }

    /** Runs everything due until then, each task followed by {@code afterEach}. */
    public void runUntil(long nanos, Runnable afterEach) {
        for (var next = due(nanos); next != null; next = due(nanos)) {
            now = next.atNanos;
            next.task.run();
            afterEach.run();
        }
        now = Math.max(now, nanos);
    }

    private @Nullable Due due(long nanos) {
        var next = queue.peek();
        return next != null && next.atNanos <= nanos ? queue.poll() : null;
    }
}
