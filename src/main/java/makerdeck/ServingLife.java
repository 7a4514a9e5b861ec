package makerdeck;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import makerdeck.process.RunningMark;
import makerdeck.words.Speech;
import org.tinylog.Logger;

/**
 * How long a program goes on that has no end of its own, a venue alone or a recording: until it is told to end, or until
 * any of its threads dies. Half of one would keep those waiting who rely on it. Any thread.
 */
final class ServingLife implements Thread.UncaughtExceptionHandler {

    private final Speech speech;
    private final PrintStream errors;
    private final String died;
    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    /** @param died of a text that takes a thread's name and why it died */
    ServingLife(Speech speech, PrintStream errors, String died) {
        this.speech = speech;
        this.errors = errors;
        this.died = died;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable why) {
        Logger.error(why, "thread {} died: leaving", thread.getName());
        // First said, for the end waits for nobody.
        errors.println("makerdeck: " + speech.say(died, thread.getName(), why));
        errors.flush();
        code.complete(ExitCode.BROKEN);
    }

    /**
     * Waits for the end, puts things away and tells the exit code. A signal waits until that is done, or has failed.
     * Blocks.
     *
     * @param close what serves, and says whatever is to be said before
     */
    int serve(Runnable close) {
        var closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(closed), "stop"));
        return serve(close, closed);
    }

    int serve(Runnable close, CountDownLatch closed) {
        int ended = await();
        try {
            close.run();
        } finally {
            closed.countDown();
        }
        return ended;
    }

    /** Ends it, unless it has ended. */
    void end(int with) {
        code.complete(with);
    }

    /** Waits for the end and tells the exit code. */
    int await() {
        return code.join();
    }

    /** As the operator wants it. */
    private void end(CountDownLatch closed) {
        end(ExitCode.OK);
        try {
            closed.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        RunningMark.takeAway();
        Runtime.getRuntime().halt(await());
    }
}
