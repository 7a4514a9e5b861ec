package makerdeck.guardian.supervisor;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import makerdeck.engine.input.Inbox;
import org.tinylog.Logger;

/**
 * A turn a second for as long as the desk lives, and a last word. Without beats a guardian would cancel a living desk's
 * orders: they go on whatever happens in a turn.
 */
final class BeatLoop {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final CountDownLatch leaving = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile boolean begun;

    BeatLoop(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Takes turns until {@link #end}. Blocks; a thread of its own, once. */
    void run(Runnable first, Runnable turn, Runnable last) {
        begun = true;
        try {
            attempt(first);
            while (!leaving.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt(turn);
            }
            last.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            left.countDown();
        }
    }

    /** Whether the last word is out, for which it waits a moment; true too when there was never anything to end. Any thread. */
    boolean end() throws InterruptedException {
        leaving.countDown();
        return !begun || left.await(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error unforeseen) {
            inbox.offerDeath(Thread.currentThread().getName(), unforeseen);
            Logger.error(unforeseen, "a guardian's keeper failed");
        }
    }
}
