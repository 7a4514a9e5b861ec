package makerdeck.simulator.schedule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tasks by the moment they are due, those of one moment in the order they came: a binary heap without an object a task. */
final class DueTasks {

    // Parallel: the children of i are at 2i + 1 and 2i + 2, and none is due before its parent.
    private long[] moments = new long[64];
    private long[] sequences = new long[64];
    private @Nullable Runnable[] tasks = new Runnable[64];
    private int size;
    private long sequence;

    boolean isEmpty() {
        return size == 0;
    }

    /** When the first is due; far away when there is none. */
    long firstNanos() {
        return size == 0 ? Long.MAX_VALUE : moments[0];
    }

    void add(long atNanos, Runnable task) {
        if (size == moments.length) {
            moments = Arrays.copyOf(moments, 2 * size);
            sequences = Arrays.copyOf(sequences, 2 * size);
            tasks = Arrays.copyOf(tasks, 2 * size);
        }
        int at = size++;
        // Whatever came before it goes first.
        while (at > 0 && moments[(at - 1) / 2] > atNanos) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        moments[at] = atNanos;
        sequences[at] = sequence++;
        tasks[at] = task;
    }

    /** Takes out the first; there must be one. */
    Runnable remove() {
        var first = tasks[0];
        if (first == null) {
            throw new IllegalStateException("no task is due");
        }
        int last = --size;
        int at = 0;
        for (int child = 1; child < last; child = 2 * at + 1) {
            if (child + 1 < last && isBefore(child + 1, child)) {
                child++;
            }
            if (isBefore(last, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        move(last, at);
        tasks[last] = null;
        return first;
    }

    private boolean isBefore(int one, int other) {
        return moments[one] < moments[other] || (moments[one] == moments[other] && sequences[one] < sequences[other]);
    }

    private void move(int from, int to) {
        moments[to] = moments[from];
        sequences[to] = sequences[from];
        tasks[to] = tasks[from];
    }
}
