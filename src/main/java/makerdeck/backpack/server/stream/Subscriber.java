package makerdeck.backpack.server.stream;

import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import org.xnio.IoUtils;

/**
 * One client's socket. Frames wait in a bounded queue and are written one after the other by the IO
 * thread; a client that does not read loses its socket, never the venue's time or memory.
 */
public final class Subscriber {

    /** Characters that may wait: some seconds of a busy market. */
    static final long MOST_WAITING = 1 << 20;

    private final WebSocketChannel channel;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingCharacters = new AtomicLong();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean dropped = new AtomicBoolean();

    // IO thread only.
    private boolean writing;
    private boolean draining;
    private boolean saidGoodbye;

    // Written by the IO thread, read by the venue thread.
    private volatile boolean answered = true;

    public Subscriber(WebSocketChannel channel) {
        this.channel = channel;
    }

    /** Any thread; never blocks. */
    public void send(String frame) {
        if (dropped.get()) {
            return;
        }
        if (waitingCharacters.addAndGet(frame.length()) > MOST_WAITING) {
            Logger.warn("a socket that does not read was closed");
            drop();
            return;
        }
        waiting.add(frame);
        if (scheduled.compareAndSet(false, true)) {
            onIoThread(this::drain);
        }
    }

    /** A thread that is about to end takes no more tasks, but may finish its own. */
    private void onIoThread(Runnable task) {
        if (Thread.currentThread() == channel.getIoThread()) {
            task.run();
        } else {
            channel.getIoThread().execute(task);
        }
    }

    private void drain() {
        draining = true;
        while (!writing && !saidGoodbye) {
            var frame = waiting.poll();
            if (frame != null) {
                write(frame);
            } else {
                scheduled.set(false);
                if (waiting.isEmpty() || !scheduled.compareAndSet(false, true)) {
                    break;
                }
            }
        }
        draining = false;
    }

    private void write(String frame) {
        writing = true;
        WebSockets.sendText(frame, channel, new WebSocketCallback<Void>() {
            @Override
            public void complete(WebSocketChannel written, @Nullable Void nothing) {
                waitingCharacters.addAndGet(-frame.length());
                writing = false;
                if (!draining) {
                    drain();
                }
            }

            @Override
            public void onError(WebSocketChannel written, @Nullable Void nothing, Throwable why) {
                drop();
            }
        });
    }

    /** Asks for a sign of life. Any thread. */
    void ping() {
        answered = false;
        onIoThread(() -> WebSockets.sendPing(ByteBuffer.allocate(0), channel, null));
    }

    void pong() {
        answered = true;
    }

    boolean hasAnswered() {
        return answered;
    }

    /** Says goodbye, after which nothing is said; {@code done} runs once the frame is out or cannot go. Any thread. */
    public void close(Runnable done) {
        onIoThread(() -> {
            saidGoodbye = true;
            waiting.clear();
            WebSockets.sendClose(1001, "", channel, new WebSocketCallback<Void>() {
                @Override
                public void complete(WebSocketChannel written, @Nullable Void nothing) {
                    done.run();
                }

                @Override
                public void onError(WebSocketChannel written, @Nullable Void nothing, Throwable why) {
                    done.run();
                }
            });
        });
    }

    /** Ends the socket without a word. Any thread. */
    public void drop() {
        if (dropped.compareAndSet(false, true)) {
            waiting.clear();
            onIoThread(() -> IoUtils.safeClose(channel));
        }
    }
}
