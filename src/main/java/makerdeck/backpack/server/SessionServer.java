package makerdeck.backpack.server;

import java.io.IOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import makerdeck.backpack.server.http.Authenticator;
import makerdeck.backpack.server.http.LoopbackServer;
import makerdeck.backpack.server.session.SessionListener;
import makerdeck.backpack.server.session.SessionLoop;
import makerdeck.backpack.server.session.SessionPlay;
import makerdeck.backpack.server.session.SessionRequests;
import makerdeck.backpack.server.session.SessionStreams;
import makerdeck.backpack.wire.session.SessionEntry;
import makerdeck.simulator.model.AccountId;

/** A captured session, served over the Backpack protocol on loopback to whoever has the keys of this run. Any thread. */
public final class SessionServer implements AutoCloseable {

    private static final AccountId ACCOUNT = new AccountId(1);

    private final LoopbackServer http;
    private final SessionLoop loop;
    private final SessionPlay play;
    private final Credentials credentials;
    private final Credentials readOnly;

    private SessionServer(
            Supplier<Iterator<SessionEntry>> session,
            double speed,
            int port,
            ServerRuntime runtime,
            SessionListener listener) {
        play = new SessionPlay(session, speed, runtime.clock(), listener);
        loop = new SessionLoop(play, runtime.clock());
        var authenticator = new Authenticator(Clock.offset(runtime.clock(), play.ahead()));
        credentials = Credentials.issued(authenticator, ACCOUNT, true, runtime.random());
        readOnly = Credentials.issued(authenticator, ACCOUNT, false, runtime.random());
        var sockets = new SessionStreams(play, loop, authenticator);
        var requests = new SessionRequests(play, loop, authenticator, runtime.clock());
        http = new LoopbackServer(
                port, requests, sockets, Optional::empty, runtime.threads().apply("session-stop"));
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
        server.http.start();
        runtime.threads().apply("session").newThread(server.loop::run).start();
        return server;
    }

    /** The root of REST, without a slash at its end. */
    public String apiUrl() {
        return http.apiUrl();
    }

    /** Where sockets connect. */
    public String wsUrl() {
        return http.wsUrl();
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
        http.stop();
    }
}
