package makerdeck.backpack.server.base;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import makerdeck.simulator.Exchange;
import org.jspecify.annotations.Nullable;

/** The one thread that touches the exchange: it lets time pass at wall pace and does what is submitted. */
public final class VenueLoop implements Runnable {

    private static final long PACE_MILLIS = 4;
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
                turn(tasks.poll(PACE_MILLIS, TimeUnit.MILLISECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
