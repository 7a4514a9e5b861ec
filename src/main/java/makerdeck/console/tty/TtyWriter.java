package makerdeck.console.tty;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Writes to the terminal on a thread of its own, because a terminal may stop taking bytes for minutes, and nobody else
 * shall wait for it. Any thread; never blocks but in {@link #drain}.
 */
public final class TtyWriter implements TerminalOutput, Runnable {

    private static final long STALLED_MILLIS = 300;

    /** Ends any sequence that the terminal has not yet got whole. */
    private static final byte CANCEL = 0x18;

    private static final byte[] LAST = {};

    private final OutputStream tty;

    // Another one after the writing has died, for a queue that a thread was torn out of may never wake one again.
    private volatile LinkedBlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();

    private final AtomicInteger unwritten = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private volatile @Nullable IOException failure;

    public TtyWriter(OutputStream tty) {
        this.tty = tty;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        var failed = failure;
        if (failed != null) {
            throw new IOException(failed.getMessage(), failed);
        }
        unwritten.incrementAndGet();
        waiting.add(bytes);
    }

    @Override
    public boolean isIdle() {
        return unwritten.get() == 0;
    }

    /** Waits at most {@value #STALLED_MILLIS} ms: a terminal that takes nothing now is given up. */
    @Override
    public void drain() {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(STALLED_MILLIS);
            while (!isIdle() && left > 0) {
                left = written.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** The writing thread returns when it has written what waits. */
    public void end() {
        waiting.add(LAST);
    }

    /** The writing thread. Returns after {@link #end}, when interrupted or when the terminal is gone. */
    @Override
    public void run() {
        try {
            for (var bytes = waiting.take(); bytes != LAST; bytes = waiting.take()) {
                tty.write(bytes);
                done();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            Logger.info("terminal takes nothing any more: {}", e.getMessage());
            failure = e;
            waiting.clear();
            unwritten.set(0);
            done();
        }
    }

    /**
     * After {@link #run} has died of what was not the terminal's: frames that wait are dropped, and a sequence that was
     * cut is cancelled, so that the terminal understands what the next run writes. The writing thread.
     */
    public void dropFrames() {
        var fresh = new LinkedBlockingQueue<byte[]>();
        fresh.add(new byte[] {CANCEL});
        unwritten.set(1);
        waiting = fresh;
    }

    private void done() {
        unwritten.updateAndGet(count -> Math.max(0, count - 1));
        lock.lock();
        try {
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
