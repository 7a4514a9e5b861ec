package makerdeck.backpack.server.http;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.websockets.WebSocketConnectionCallback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Bounds;
import org.tinylog.Logger;
import org.xnio.Options;

/** One port of this machine, for programs on it: REST, and sockets at its root. Any thread. */
public final class LoopbackServer {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int BUFFER_BYTES = 8 * 1024;
    private static final int SEND_BUFFER_BYTES = 128 * 1024;
    private static final long STOPPED_MILLIS = 3000;

    private final int wanted;
    private final Undertow http;
    private final ThreadFactory stoppers;

    /**
     * Serves nothing before {@link #start}.
     *
     * @param port 0 for any that is free
     * @param noSocket what is answered to who wants a socket; empty: he gets one
     * @param stoppers makes the thread that stops it, named after what is served
     */
    public LoopbackServer(
            int port,
            HttpHandler calls,
            WebSocketConnectionCallback sockets,
            Supplier<Optional<Answer>> noSocket,
            ThreadFactory stoppers) {
        wanted = port;
        this.stoppers = stoppers;
        http = Bounds.applied(Undertow.builder())
                .addHttpListener(port, LOOPBACK)
                .setIoThreads(1)
                .setWorkerThreads(1)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setWorkerOption(Options.WORKER_NAME, "serving")
                .setBufferSize(BUFFER_BYTES)
                .setDirectBuffers(false)
                .setSocketOption(Options.TCP_NODELAY, true)
                .setSocketOption(Options.SEND_BUFFER, SEND_BUFFER_BYTES)
                .setHandler(new Doorkeeper(
                        exchange -> {
                            if (exchange.getRequestPath().equals("/")) {
                                Handlers.websocket(sockets, calls).handleRequest(exchange);
                            } else {
                                calls.handleRequest(exchange);
                            }
                        },
                        noSocket))
                .build();
    }

    /** Throws {@link IOException} when the port is taken; then nothing of it is left. */
    public void start() throws IOException {
        try {
            http.start();
        } catch (RuntimeException taken) {
            stop();
            throw new IOException("port " + wanted + " of " + LOOPBACK + " cannot be opened", taken);
        }
    }

    /** The root of REST, without a slash at its end. */
    public String apiUrl() {
        return "http://" + LOOPBACK + ":" + port();
    }

    /** Where sockets connect. */
    public String wsUrl() {
        return "ws://" + LOOPBACK + ":" + port();
    }

    private int port() {
        return ((InetSocketAddress) http.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** Blocks for at most a few seconds: the library waits for its own threads, and for ever when one of them is dead. */
    public void stop() {
        var stopping = stoppers.newThread(http::stop);
        stopping.start();
        try {
            stopping.join(STOPPED_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        if (stopping.isAlive()) {
            Logger.warn("{}: left before it had closed its connections", stopping.getName());
        }
    }
}
