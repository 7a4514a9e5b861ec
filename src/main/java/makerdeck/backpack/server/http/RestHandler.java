package makerdeck.backpack.server.http;

import io.undertow.io.Receiver;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Bounds;
import makerdeck.backpack.server.base.Call;
import makerdeck.backpack.server.base.Endpoint;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.server.base.VenueLoop;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.backpack.wire.Codec;
import org.tinylog.Logger;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Takes REST calls on the IO thread, checks who they are from, has them done on the venue thread and
 * writes the answer on the IO thread again.
 */
public final class RestHandler implements HttpHandler {

    private static final String BATCH_PATH = "/api/v1/orders";

    private final Map<String, Map<String, Endpoint>> endpoints = new HashMap<>();
    private final RequestGuard guard;
    private final VenueLoop venue;
    private final Codec codec;
    private final FaultInjector faults;
    private final ServerListener listener;

    public RestHandler(
            List<Endpoint> endpoints,
            RequestGuard guard,
            VenueLoop venue,
            Codec codec,
            FaultInjector faults,
            ServerListener listener) {
        endpoints.forEach(endpoint -> this.endpoints
                .computeIfAbsent(endpoint.path(), path -> new HashMap<>())
                .put(endpoint.method(), endpoint));
        this.guard = guard;
        this.venue = venue;
        this.codec = codec;
        this.faults = faults;
        this.listener = listener;
    }

    @Override
    public void handleRequest(HttpServerExchange http) {
        var methods = endpoints.get(http.getRequestPath());
        var endpoint =
                methods == null ? null : methods.get(http.getRequestMethod().toString());
        if (endpoint == null) {
            send(
                    http,
                    guard.turnedAway(
                            methods == null
                                    ? Answer.text(404, "404 not found")
                                    : Answer.text(405, "405 method not allowed")));
            return;
        }
        if (http.getRequestContentLength() > Bounds.LONGEST_BODY) {
            send(http, Answer.text(413, "payload too large"));
            return;
        }
        var late = http.isRequestComplete() ? null : hangUpAfter(http, Bounds.HALF_REQUEST);
        Receiver receiver = http.getRequestReceiver();
        receiver.receiveFullString(
                (received, body) -> {
                    if (late != null) {
                        late.remove();
                    }
                    admit(received, endpoint, body);
                },
                (broken, why) -> hangUp(broken),
                StandardCharsets.UTF_8);
    }

    private static XnioExecutor.Key hangUpAfter(HttpServerExchange http, Duration patience) {
        return http.getIoThread().executeAfter(() -> hangUp(http), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void admit(HttpServerExchange http, Endpoint endpoint, String body) {
        if (endpoint.path().equals(BATCH_PATH) && endpoint.method().equals("POST")) {
            listener.batchArrived();
        }
        if (faults.isLost(endpoint)) {
            hangUp(http);
            return;
        }
        try {
            var instead = faults.instead(endpoint);
            if (instead.isPresent()) {
                throw new RefusedCallException(instead.get());
            }
            var call = guard.admit(http, endpoint, body);
            http.dispatch(SameThreadExecutor.INSTANCE, () -> deliver(http, endpoint, call));
        } catch (RefusedCallException refused) {
            send(http, refused.answer());
        }
    }

    /** To the exchange and back, each way as long as it is to take. */
    private void deliver(HttpServerExchange http, Endpoint endpoint, Call call) {
        var swallowed = faults.swallowsAnswer(endpoint);
        after(
                http,
                faults.delay(endpoint),
                () -> venue.submit(() -> {
                    var answer = faults.spoiled(endpoint, act(endpoint, call));
                    if (!swallowed) {
                        after(http, faults.answerDelay(), () -> send(http, answer));
                    }
                }));
        if (swallowed) {
            hangUp(http);
        }
    }

    private static void after(HttpServerExchange http, Duration delay, Runnable task) {
        if (delay.isZero()) {
            http.getIoThread().execute(task);
        } else {
            http.getIoThread().executeAfter(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void hangUp(HttpServerExchange http) {
        IoUtils.safeClose(http.getConnection());
    }

    private static Answer act(Endpoint endpoint, Call call) {
        try {
            return endpoint.action().answer(call);
        } catch (RefusedCallException refused) {
            return refused.answer();
        } catch (RuntimeException e) {
            return broken(endpoint.path(), e);
        }
    }

    private static Answer broken(String path, RuntimeException e) {
        Logger.error(e, "no answer to {}", path);
        return Answer.error(500, "SERVER_ERROR", "Internal server error");
    }

    private void send(HttpServerExchange http, Answer answer) {
        http.setStatusCode(answer.status());
        if (answer.status() == 204) {
            http.endExchange();
            return;
        }
        answer.headers().forEach((name, value) -> http.getResponseHeaders().put(new HttpString(name), value));
        http.getResponseHeaders()
                .put(
                        Headers.CONTENT_TYPE,
                        answer.plain() ? "text/plain; charset=utf-8" : "application/json; charset=utf-8");
        var text = answer.plain() ? (String) answer.body() : codec.encodeAnswer(answer.body());
        http.getResponseSender().send(text, StandardCharsets.UTF_8);
        if (!http.isComplete()) {
            var late = hangUpAfter(http, Bounds.ANSWER_UNREAD);
            http.addExchangeCompleteListener((complete, next) -> {
                late.remove();
                next.proceed();
            });
        }
    }
}
