package makerdeck.simulator.schedule;

import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

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

    /** When the next task is due; far away when there is none. */
    public long dueNanos() {
        var next = queue.peek();
        return next == null ? Long.MAX_VALUE : next.atNanos;
    }

    public void at(long atNanos, Runnable task) {
        queue.add(new Due(Math.max(now, atNanos), sequence++, task));
    }

    public void after(long nanos, Runnable task) {
        at(now + nanos, task);
    }

    /** Runs everything due until then, each task followed by {@code afterEach}. */
    public void runUntil(long nanos, Runnable afterEach) {
        runUntil(nanos, afterEach, () -> false);
    }

    /**
     * The same, but time stands still after the first moment of which {@code enough} says so. What is due at one
     * moment is never taken apart.
     */
    public void runUntil(long nanos, Runnable afterEach, BooleanSupplier enough) {
        for (var next = queue.peek(); next != null && next.atNanos <= nanos; next = queue.peek()) {
            if (next.atNanos > now && enough.getAsBoolean()) {
                return;
            }
            queue.remove();
            now = next.atNanos;
            next.task.run();
            afterEach.run();
        }
        if (!enough.getAsBoolean()) {
            now = Math.max(now, nanos);
        }
    }
}
