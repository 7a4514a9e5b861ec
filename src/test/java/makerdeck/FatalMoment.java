package makerdeck;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The time of this machine, of which whoever is named dies when he next looks at it. Any thread. */
final class FatalMoment extends Clock implements LongSupplier {

    private final Clock clock = Clock.systemUTC();
    private final AtomicReference<@Nullable String> victim = new AtomicReference<>();

    /** @param method on the victim's stack, as class and method */
    void kill(String method) {
        victim.set(method);
    }

    private void look() {
        var wanted = victim.get();
        if (wanted != null && isBelow(wanted) && victim.compareAndSet(wanted, null)) {
            throw new StackOverflowError("deep");
        }
    }

    private static boolean isBelow(String method) {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.anyMatch(frame -> (frame.getClassName() + "." + frame.getMethodName()).equals(method)));
    }

    @Override
    public Instant instant() {
        look();
        return clock.instant();
    }

    @Override
    public long getAsLong() {
        look();
        return System.nanoTime();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone");
    }
}
