package makerdeck.backpack.client.base;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one thread that owns the client's state. OkHttp's threads decode and hand over; the engine's
 * thread only enqueues. Any thread; never blocks.
 */
public final class ClientThread {

    private final ScheduledThreadPoolExecutor executor;
    private final Consumer<Throwable> unforeseen;

    public ClientThread(ThreadFactory threads, Consumer<Throwable> unforeseen) {
        executor = new ScheduledThreadPoolExecutor(1, threads, new DiscardPolicy());
        this.unforeseen = unforeseen;
    }

    public void run(Runnable task) {
        executor.execute(guarded(task));
    }

    public void after(Duration delay, Runnable task) {
        var unused = executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    public void every(Duration period, Runnable task) {
        var unused = executor.scheduleWithFixedDelay(
                guarded(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Drops what waits; tasks handed over later are dropped too. */
    public void stop() {
        executor.shutdownNow();
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // The executor would keep it to itself, and never again run what comes periodically.
                unforeseen.accept(e);
            }
        };
    }
}
