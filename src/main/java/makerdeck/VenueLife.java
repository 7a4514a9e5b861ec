package makerdeck;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import makerdeck.process.RunningMark;
import makerdeck.words.Speech;
import org.tinylog.Logger;

/**
 * How long a venue that runs alone serves: until it is told to end, or until any of its threads dies. Half a venue would
 * keep its clients waiting for what never comes. Any thread.
 */
final class VenueLife implements Thread.UncaughtExceptionHandler {

    private final Speech speech;
    private final PrintStream errors;
    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    VenueLife(Speech speech, PrintStream errors) {
        this.speech = speech;
        this.errors = errors;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable why) {
        Logger.error(why, "thread {} died: the venue ends", thread.getName());
        // First said, for the end waits for nobody.
        errors.println("makerdeck: " + speech.say("program.venue.died", thread.getName(), why));
        errors.flush();
        code.complete(ExitCode.BROKEN);
    }

    /**
     * Waits for the end, closes the venue and tells the exit code. A signal waits until it is closed. Blocks.
     *
     * @param close the venue, and whatever is to be said before
     */
    int serve(Runnable close) {
        var closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(closed), "stop"));
        int ended = await();
        close.run();
        closed.countDown();
        return ended;
    }

    /** Waits for the end and tells the exit code. */
    int await() {
        return code.join();
    }

    /** As the operator wants it. */
    private void end(CountDownLatch closed) {
        code.complete(ExitCode.OK);
        try {
            closed.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        RunningMark.takeAway();
        Runtime.getRuntime().halt(await());
    }
}
