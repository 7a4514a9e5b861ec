package makerdeck.backpack.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Monotonic time that a test moves. */
public final class SteppedNanos implements LongSupplier {

    private final AtomicLong now;

    public SteppedNanos(long start) {
        now = new AtomicLong(start);
    }

    public void advance(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Override
    public long getAsLong() {
        return now.get();
    }
}
