package makerdeck.backpack.server.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one thread on which a session is played: does what is asked of it, and tells what is due. Any thread asks. */
public final class SessionLoop {

    /** No frame comes later than this. */
    private static final long STEP_MILLIS = 1;

    private record Later(Instant at, long number, Runnable task) {}

    private final SessionPlay play;
    private final Clock clock;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparing(Later::at).thenComparing(Later::number));

    private long numbers;
    private volatile boolean stopped;
    private volatile @Nullable Thread thread;

    public SessionLoop(SessionPlay play, Clock clock) {
        this.play = play;
        this.clock = clock;
    }

    /** Until {@link #stop}. */
    public void run() {
        thread = Thread.currentThread();
        try {
            while (!stopped) {
                var task = tasks.poll(STEP_MILLIS, TimeUnit.MILLISECONDS);
                if (task != null) {
                    task.run();
                }
                play.pump();
                for (var due = later.peek(); due != null && !due.at().isAfter(clock.instant()); due = later.peek()) {
                    later.remove();
                    due.task().run();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    void submit(Runnable task) {
        tasks.add(task);
    }

    /** The loop's own thread. */
    void after(Duration delay, Runnable task) {
        if (delay.isZero() || delay.isNegative()) {
            task.run();
        } else {
            later.add(new Later(clock.instant().plus(delay), numbers++, task));
        }
    }

    /** What only the loop's thread can say. Blocks until it has. */
    public <T> T ask(Supplier<T> question) {
        var running = thread;
        return stopped || running == null || !running.isAlive()
                ? question.get()
                : CompletableFuture.supplyAsync(question, this::submit).join();
    }

    public void stop() {
        stopped = true;
        var running = thread;
        if (running != null && running != Thread.currentThread()) {
            running.interrupt();
        }
    }
}
