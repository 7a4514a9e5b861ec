package makerdeck.experiment;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C and TERM: whoever works is told, and the process ends when what is finished has been put away. */
final class Interruption {

    /** As a shell tells of a program that Ctrl-C has ended. */
    static final int EXIT_CODE = 130;

    private final CountDownLatch putAway = new CountDownLatch(1);
    private final Thread hook;

    // Written by the hook, read by any.
    private volatile boolean asked;

    /** @param last what is to be done before the process ends */
    Interruption(Runnable last) {
        hook = new Thread(() -> stop(last), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(Runnable last) {
        asked = true;
        try {
            putAway.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        last.run();
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    /** Whether to stop. Any thread. */
    boolean isAsked() {
        return asked;
    }

    /** The work is over: a process that was told to stop ends here, any other goes on. */
    void over() {
        putAway.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            join();
        }
    }

    private void join() {
        try {
            hook.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
