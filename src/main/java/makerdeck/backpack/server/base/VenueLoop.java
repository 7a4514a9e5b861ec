package makerdeck.backpack.server.base;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import makerdeck.simulator.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that touches the exchange: it lets time pass at wall pace and does what is submitted. It wakes for what
 * is due on the exchange and for what is submitted, and now and then for what watches the time beside it.
 */
public final class VenueLoop implements Runnable {

    /** What is due within it happens in one turn. */
    private static final long SHORTEST_MILLIS = 4;

    private static final long LONGEST_MILLIS = 20;
    private static final int TASKS_A_TURN = 64;

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Exchange exchange;
    private final LongSupplier wallNanos;
    private final LongConsumer ticks;

    private volatile boolean stopped;

    public VenueLoop(Exchange exchange, LongSupplier wallNanos, LongConsumer ticks) {
        this.exchange = exchange;
        this.wallNanos = wallNanos;
        this.ticks = ticks;
    }

    /** Has the task done on the venue thread. Any thread; never blocks. */
    public void submit(Runnable task) {
        tasks.add(task);
    }

    /** Any thread; the loop ends within one turn. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                turn(tasks.poll(millis(exchange.dueNanos() - wallNanos.getAsLong()), TimeUnit.MILLISECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long the loop may sleep when the exchange has something to do in so many nanoseconds. */
    static long millis(long untilDueNanos) {
        return Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, TimeUnit.NANOSECONDS.toMillis(untilDueNanos)));
    }

    private void turn(@Nullable Runnable first) {
        exchange.advanceTo(wallNanos.getAsLong());
        ticks.accept(exchange.now());
        var task = first;
        for (int i = 0; task != null; i++) {
            task.run();
            task = i < TASKS_A_TURN ? tasks.poll() : null;
        }
    }
}
