package makerdeck.backpack.server.base;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.time.Duration;
import org.xnio.Options;

/**
 * How much of the machine one client, or all of them, may take. Every client comes from loopback, so what one address
 * may have is what all may have together. A desk, a guardian and a few other clients need a tenth of it.
 */
public final class Bounds {

    public static final long LONGEST_BODY = 256 * 1024;
    /** A message of one socket, in all its fragments. */
    public static final long LONGEST_MESSAGE = 64 * 1024;

    public static final int MOST_SOCKETS = 200;
    /** In one message; the streams themselves are a few dozen. */
    public static final int MOST_STREAMS = 200;

    /** For the rest of a request once it has begun: head and body each. */
    public static final Duration HALF_REQUEST = Duration.ofSeconds(10);
    /** For a client to take its answer. */
    public static final Duration ANSWER_UNREAD = Duration.ofSeconds(30);

    private static final int MOST_CONNECTIONS = 512;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_PARAMETERS = 100;
    /** Clients keep connections for their next call: OkHttp for five minutes. */
    private static final Duration IDLE = Duration.ofMinutes(6);

    private Bounds() {}

    public static Undertow.Builder applied(Undertow.Builder server) {
        return server.setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LONGEST_BODY)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, LONGEST_HEAD)
                .setServerOption(UndertowOptions.MAX_HEADERS, MOST_HEADERS)
                .setServerOption(UndertowOptions.MAX_COOKIES, MOST_HEADERS)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, MOST_PARAMETERS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, Math.toIntExact(HALF_REQUEST.toMillis()))
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, Math.toIntExact(IDLE.toMillis()))
                .setSocketOption(Options.CONNECTION_HIGH_WATER, MOST_CONNECTIONS)
                .setSocketOption(Options.CONNECTION_LOW_WATER, MOST_CONNECTIONS);
    }
}
