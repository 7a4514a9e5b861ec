package makerdeck.backpack.server.session;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.server.base.Bounds;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.server.http.Authenticator;
import makerdeck.backpack.server.http.VerifiedCaller;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.signing.Headers;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.backpack.wire.signing.SigningString;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** Takes REST calls on the IO thread, has them answered by the session and writes the answer. */
public final class SessionRequests implements HttpHandler {

    private static final Map<String, Instruction> SIGNED = Map.of(
            "GET /api/v1/account", Instruction.ACCOUNT_QUERY,
            "GET /api/v1/capital", Instruction.BALANCE_QUERY,
            "GET /api/v1/borrowLend/positions", Instruction.BORROW_LEND_POSITION_QUERY,
            "GET /api/v1/order", Instruction.ORDER_QUERY,
            "GET /api/v1/orders", Instruction.ORDER_QUERY_ALL,
            "POST /api/v1/orders", Instruction.ORDER_EXECUTE,
            "DELETE /api/v1/order", Instruction.ORDER_CANCEL,
            "DELETE /api/v1/orders", Instruction.ORDER_CANCEL_ALL,
            "GET /wapi/v1/history/orders", Instruction.ORDER_HISTORY_QUERY_ALL,
            "GET /wapi/v1/history/fills", Instruction.FILL_HISTORY_QUERY_ALL);

    private final SessionPlay play;
    private final SessionLoop loop;
    private final Authenticator authenticator;
    private final Clock clock;
    private final Codec codec = new Codec();

    public SessionRequests(SessionPlay play, SessionLoop loop, Authenticator authenticator, Clock clock) {
        this.play = play;
        this.loop = loop;
        this.authenticator = authenticator;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServerExchange http) {
        if (http.getRequestContentLength() > Bounds.LONGEST_BODY) {
            IoUtils.safeClose(http.getConnection());
            return;
        }
        http.getRequestReceiver()
                .receiveFullString(
                        this::admit,
                        (broken, why) -> IoUtils.safeClose(broken.getConnection()),
                        StandardCharsets.UTF_8);
    }

    private void admit(HttpServerExchange http, String body) {
        try {
            check(http, body);
        } catch (RefusedCallException refused) {
            var answer = refused.answer();
            var text = answer.plain() ? String.valueOf(answer.body()) : codec.encodeAnswer(answer.body());
            send(http, Reply.json(answer.status(), text, java.time.Duration.ZERO));
            return;
        }
        var method = http.getRequestMethod().toString();
        var path = http.getRequestPath();
        var query = http.getQueryString();
        http.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> loop.submit(() -> {
                    var reply = play.answer(method, path, query, body, clock.instant());
                    loop.after(reply.after(), () -> http.getIoThread().execute(() -> send(http, reply)));
                }));
    }

    private void check(HttpServerExchange http, String body) throws RefusedCallException {
        var method = http.getRequestMethod().toString();
        var instruction = SIGNED.get(method + " " + http.getRequestPath());
        if (instruction == null) {
            return;
        }
        var caller = new VerifiedCaller(
                header(http, Headers.API_KEY),
                header(http, Headers.SIGNATURE),
                header(http, Headers.TIMESTAMP),
                header(http, Headers.WINDOW));
        var parameters = http.getQueryParameters().entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> Map.entry(each.getKey(), value)))
                .toList();
        authenticator.check(
                caller,
                (at, window) -> body.isEmpty()
                        ? SigningString.ofQuery(instruction, parameters, at, window)
                        : SigningString.ofBody(instruction, body, at, window));
        if (!method.equals("GET")) {
            authenticator.requireTrading(caller);
        }
    }

    private static @Nullable String header(HttpServerExchange http, String name) {
        return http.getRequestHeaders().getFirst(name);
    }

    private static void send(HttpServerExchange http, Reply reply) {
        if (reply.status() == 0) {
            IoUtils.safeClose(http.getConnection());
            return;
        }
        http.setStatusCode(reply.status());
        reply.headers()
                .forEach((name, values) -> http.getResponseHeaders().putAll(new HttpString(name), List.copyOf(values)));
        if (reply.body().isEmpty()) {
            http.endExchange();
        } else {
            http.getResponseSender().send(reply.body(), StandardCharsets.UTF_8);
        }
    }
}
