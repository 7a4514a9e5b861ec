package makerdeck.backpack.server;

import io.undertow.Handlers;
import io.undertow.Undertow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import makerdeck.backpack.server.base.Bounds;
import makerdeck.backpack.server.http.Authenticator;
import makerdeck.backpack.server.http.Doorkeeper;
import makerdeck.backpack.server.session.SessionListener;
import makerdeck.backpack.server.session.SessionLoop;
import makerdeck.backpack.server.session.SessionPlay;
import makerdeck.backpack.server.session.SessionRequests;
import makerdeck.backpack.server.session.SessionStreams;
import makerdeck.backpack.wire.session.SessionEntry;
import makerdeck.simulator.model.AccountId;
import org.tinylog.Logger;
import org.xnio.Options;

/** A captured session, served over the Backpack protocol on loopback to whoever has the keys of this run. Any thread. */
public final class SessionServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final AccountId ACCOUNT = new AccountId(1);
    private static final long STOPPED_MILLIS = 3000;

    private final Undertow http;
    private final SessionLoop loop;
    private final SessionPlay play;
    private final Credentials credentials;
    private final Credentials readOnly;
    private final ServerRuntime runtime;

    private SessionServer(
            Supplier<Iterator<SessionEntry>> session,
            double speed,
            int port,
            ServerRuntime runtime,
            SessionListener listener) {
        this.runtime = runtime;
        play = new SessionPlay(session, speed, runtime.clock(), listener);
        loop = new SessionLoop(play, runtime.clock());
        var authenticator = new Authenticator(Clock.offset(runtime.clock(), play.ahead()));
        credentials = Credentials.issued(authenticator, ACCOUNT, true, runtime.random());
        readOnly = Credentials.issued(authenticator, ACCOUNT, false, runtime.random());
        var sockets = new SessionStreams(play, loop, authenticator);
        var requests = new SessionRequests(play, loop, authenticator, runtime.clock());
        http = Bounds.applied(Undertow.builder())
                .addHttpListener(port, LOOPBACK)
                .setIoThreads(1)
                .setWorkerThreads(1)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setWorkerOption(Options.WORKER_NAME, "serving")
                .setSocketOption(Options.TCP_NODELAY, true)
                .setHandler(new Doorkeeper(
                        exchange -> {
                            if (exchange.getRequestPath().equals("/")) {
                                Handlers.websocket(sockets, requests).handleRequest(exchange);
                            } else {
                                requests.handleRequest(exchange);
                            }
                        },
                        Optional::empty))
                .build();
    }

    /**
     * Serves it; where we are in it begins with the first request.
     *
     * @param session what was captured, from its beginning each time
     * @param speed how many times faster, infinite for no pauses
     * @throws IOException when the port is taken
     */
    public static SessionServer open(
            Supplier<Iterator<SessionEntry>> session,
            double speed,
            int port,
            ServerRuntime runtime,
            SessionListener listener)
            throws IOException {
        var server = new SessionServer(session, speed, port, runtime, listener);
        try {
            server.http.start();
        } catch (RuntimeException taken) {
            server.stopServing();
            throw new IOException("port " + port + " of " + LOOPBACK + " cannot be opened", taken);
        }
        runtime.threads().apply("session").newThread(server.loop::run).start();
        return server;
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

    public Credentials credentials() {
        return credentials;
    }

    /** A second key of the account, which may read and not trade. */
    public Credentials readOnlyCredentials() {
        return readOnly;
    }

    /** How it went so far. Blocks until the session's thread has said it. */
    public SessionListener.Tally tally() {
        return loop.ask(play::tally);
    }

    /** Stops serving. Blocks for at most a few seconds. */
    @Override
    public void close() {
        loop.stop();
        stopServing();
    }

    private void stopServing() {
        var stopping = runtime.threads().apply("session-stop").newThread(http::stop);
        stopping.start();
        try {
            stopping.join(STOPPED_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        if (stopping.isAlive()) {
            Logger.warn("the session was left before it had closed its connections");
        }
    }
}
