package makerdeck.notify;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import makerdeck.snapshot.DeskEvent;
import org.jspecify.annotations.Nullable;

/** Events of which no note has been made yet: those that wait, and the one that a note is being made of. Any thread. */
final class UntoldEvents {

    private final LinkedBlockingQueue<DeskEvent> waiting;

    // Never less than there are: counted before an event waits, and until its note is kept.
    private final AtomicInteger untold = new AtomicInteger();

    UntoldEvents(int most) {
        waiting = new LinkedBlockingQueue<>(most);
    }

    /** Never blocks; false when there is no room. */
    boolean offer(DeskEvent event) {
        untold.incrementAndGet();
        if (waiting.offer(event)) {
            return true;
        }
        untold.decrementAndGet();
        return false;
    }

    /** The next one, which stays untold until {@link #told}; null when none came in time. */
    @Nullable
    DeskEvent poll(long millis) throws InterruptedException {
        return waiting.poll(millis, TimeUnit.MILLISECONDS);
    }

    /** Of the event that was polled last a note is kept, if it is worth one. */
    void told() {
        untold.decrementAndGet();
    }

    boolean isEmpty() {
        return untold.get() == 0;
    }
}
