package makerdeck.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * The only maker of threads. No two that live bear the same name, and none that Linux shows the same: it shows the
 * first fifteen characters. Where a name is taken a number follows. Any thread.
 */
public final class Threads {

    private static final int SHOWN = 15;

    /** Of all that live, as far as it is shown. */
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    private Threads() {}

    /** Threads of such a name that never keep the process alive. */
    public static ThreadFactory daemons(String name) {
        return task -> {
            var free = take(name);
            var thread = new Thread(
                    () -> {
                        try {
                            task.run();
                        } finally {
                            TAKEN.remove(shown(free));
                        }
                    },
                    free);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Starts a named thread that never keeps the process alive. */
    public static Thread start(String name, Runnable task) {
        var thread = daemons(name).newThread(task);
        thread.start();
        return thread;
    }

    private static String take(String name) {
        var free = name;
        for (int number = 2; !TAKEN.add(shown(free)); number++) {
            var end = "-" + number;
            free = name.substring(0, Math.min(name.length(), SHOWN - end.length())) + end;
        }
        return free;
    }

    private static String shown(String name) {
        return name.substring(0, Math.min(name.length(), SHOWN));
    }
}
