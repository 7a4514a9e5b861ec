package makerdeck.guardian;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Hears what the desk says, and answers. A pipe's end is the desk's; over a network it says nothing of the desk, which may
 * come back on another connection: there only silence counts.
 */
public final class DeskLine {

    /** What an ended pipe says; a desk says more. */
    static final String ENDED = "";

    private final boolean endIsDeath;
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    // Written by whoever joins, read by the watching thread.
    private volatile @Nullable PrintStream out;

    private final ReentrantLock lock = new ReentrantLock();

    // Under the lock.
    private @Nullable Closeable connection;
    private boolean over;

    private DeskLine(boolean endIsDeath) {
        this.endIsDeath = endIsDeath;
    }

    /** Of a desk that has started its guardian itself. */
    public static DeskLine pipe() {
        return new DeskLine(true);
    }

    /** Of a desk elsewhere, over one connection after another. */
    public static DeskLine network() {
        return new DeskLine(false);
    }

    /** Listens to a pipe until it ends. Blocks; a thread of its own. */
    public void join(BufferedReader in, PrintStream answers) {
        join(in, answers, answers);
    }

    /**
     * Listens to the desk until the connection ends; a newer one takes the place of an older. Blocks; a thread of its own.
     *
     * @param from closed when nobody watches any more
     */
    public void join(BufferedReader in, PrintStream answers, Closeable from) {
        if (!take(from)) {
            return;
        }
        out = answers;
        try {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
            }
        } catch (IOException broken) {
            Logger.warn("the line to the desk broke: {}", broken.toString());
        }
        if (endIsDeath) {
            heard.add(ENDED);
        }
    }

    private boolean take(Closeable from) {
        lock.lock();
        try {
            close(connection);
            connection = from;
            if (over) {
                close(from);
            }
            return !over;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody watches any more: a desk that still speaks finds its connection closed. Any thread. */
    public void end() {
        lock.lock();
        try {
            over = true;
            close(connection);
        } finally {
            lock.unlock();
        }
    }

    private static void close(@Nullable Closeable line) {
        try {
            if (line != null) {
                line.close();
            }
        } catch (IOException closed) {
            Logger.debug("closing a line: {}", closed.toString());
        }
    }

    /** The next line, {@link #ENDED}, or empty when the desk is silent for so long. */
    Optional<String> next(Duration longest) throws InterruptedException {
        return Optional.ofNullable(heard.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Answers; if nobody listens any more, that is no matter here. */
    void say(String line) {
        var listener = out;
        if (listener != null) {
            listener.println(line);
            listener.flush();
        }
    }
}
