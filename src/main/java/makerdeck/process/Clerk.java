package makerdeck.process;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/** Does what takes a file's time, one piece after the other, on a thread of its own. Any thread hands over work. */
public final class Clerk implements Executor, AutoCloseable {

    private static final long PATIENCE_SECONDS = 5;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.daemons("clerk"));

    /** Never blocks. The work itself must tell what goes wrong with it. */
    @Override
    public void execute(Runnable work) {
        thread.execute(work);
    }

    /** Waits a little for what is still to be written. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Logger.warn("files were not written in time");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
