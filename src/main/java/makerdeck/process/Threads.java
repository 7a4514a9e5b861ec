package makerdeck.process;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The only maker of threads. */
public final class Threads {

    private Threads() {}

    /** Threads that never keep the process alive. */
    public static ThreadFactory daemons() {
        var made = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, "makerdeck-" + made.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Starts a named thread that never keeps the process alive. */
    public static Thread start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
