package makerdeck.simulator.schedule;

import java.util.function.BooleanSupplier;

/** What is due when, in virtual time; what is due at the same moment happens in the order it was asked for. */
public final class EventQueue {

    private final DueTasks tasks = new DueTasks();
    private long now;

    public EventQueue(long startNanos) {
        now = startNanos;
    }

    public long now() {
        return now;
    }

    /** When the next task is due; far away when there is none. */
    public long dueNanos() {
        return tasks.firstNanos();
    }

    public void at(long atNanos, Runnable task) {
        tasks.add(Math.max(now, atNanos), task);
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
        while (!tasks.isEmpty() && tasks.firstNanos() <= nanos) {
            long next = tasks.firstNanos();
            if (next > now && enough.getAsBoolean()) {
                return;
            }
            now = next;
            tasks.remove().run();
            afterEach.run();
        }
        if (!enough.getAsBoolean()) {
            now = Math.max(now, nanos);
        }
    }
}
