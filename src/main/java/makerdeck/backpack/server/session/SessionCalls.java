package makerdeck.backpack.server.session;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import makerdeck.backpack.wire.session.JsonTree;
import org.jspecify.annotations.Nullable;

/** What is answered to which call. Session thread only. */
final class SessionCalls {

    static final String TIME = "/api/v1/time";
    static final String DEPTH = "/api/v1/depth";
    static final String CAPITAL = "/api/v1/capital";

    private static final String ORDER = "/api/v1/order";
    private static final String ORDERS = "/api/v1/orders";
    private static final String FILLS = "/wapi/v1/history/fills";
    private static final String HISTORY = "/wapi/v1/history/orders";
    private static final String NOT_IN_SESSION = "not in the session";

    private final CapturedCalls captured;
    private final CapturedOrders orders;
    private final CapturedAccount account;
    private final CapturedBook book;
    private final Consumer<String> strange;

    /** @param strange told of what the session does not have */
    SessionCalls(
            CapturedCalls captured,
            CapturedOrders orders,
            CapturedAccount account,
            CapturedBook book,
            Consumer<String> strange) {
        this.captured = captured;
        this.orders = orders;
        this.account = account;
        this.book = book;
        this.strange = strange;
    }

    Reply answer(String method, String path, String query, String body, long now) {
        if (method.equals("POST") && (path.equals(ORDERS) || path.equals(ORDER))) {
            return placed(path, body, now);
        }
        if (method.equals("DELETE") && path.equals(ORDER)) {
            return cancelled(body);
        }
        if (method.equals("DELETE") && path.equals(ORDERS)) {
            return allCancelled();
        }
        var key = CapturedCalls.key(method, path, query, body);
        return switch (method + " " + path) {
            case "GET " + DEPTH ->
                composed(key, now, answered -> book.answer(levels(query)).orElse(answered), "");
            case "GET " + CAPITAL -> composed(key, now, account::capital, "");
            case "GET " + ORDERS -> composed(key, now, account::openOrders, "[]");
            case "GET " + FILLS -> composed(key, now, account::fills, "[]");
            case "GET " + HISTORY -> composed(key, now, answered -> account.history(answered, parameters(query)), "[]");
            case "GET " + ORDER -> order(parameters(query), key, now);
            default -> asCaptured(method, path, query, key, now);
        };
    }

    static int levels(String query) {
        var limit = JsonTree.text(parameters(query), "limit").orElse("");
        return limit.matches("[0-9]{1,5}") ? Integer.parseInt(limit) : 1000;
    }

    private static Map<String, @Nullable Object> parameters(String query) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        for (var each : query.split("&", -1)) {
            var parts = each.split("=", 2);
            if (parts.length == 2) {
                parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private Reply asCaptured(String method, String path, String query, String key, long now) {
        return captured.at(key, now)
                .map(call -> reply(call))
                .orElseGet(() -> unknown(method + " " + path + (query.isEmpty() ? "" : "?" + query)));
    }

    /** It says nothing about an order or the account. */
    private Reply unknown(String what) {
        strange.accept(what);
        return Reply.error(500, "SERVER_ERROR", NOT_IN_SESSION);
    }

    private static Reply reply(CapturedCalls.Call call) {
        var took = Duration.ofNanos(call.endedAt() - call.askedAt());
        var answer = call.answer();
        if (answer == null) {
            return Reply.broken(took);
        }
        var headers = new LinkedHashMap<>(answer.headers());
        List.of("date", "server", "age").forEach(headers::remove);
        return new Reply(answer.status(), headers, answer.body(), took);
    }

    /**
     * What went wrong then goes wrong now; what went well is answered as it is here, at once, before the streams go on.
     *
     * @param none what stands for an answer where the session has none, empty where it cannot be done without
     */
    private Reply composed(String key, long now, UnaryOperator<String> here, String none) {
        var call = captured.at(key, now);
        if (call.isEmpty()) {
            return none.isEmpty() && here.apply("").isEmpty()
                    ? unknown(key.strip())
                    : Reply.json(200, here.apply(none), Duration.ZERO);
        }
        var reply = reply(call.get());
        return reply.status() == 200 ? new Reply(200, reply.headers(), here.apply(reply.body()), Duration.ZERO) : reply;
    }

    private Reply order(Map<String, @Nullable Object> names, String key, long now) {
        var order = account.order(names);
        if (order.isPresent()) {
            return order.get().isOpen()
                    ? Reply.json(200, JsonTree.write(order.get().now()), Duration.ZERO)
                    : Reply.error(404, "RESOURCE_NOT_FOUND", "Not Found");
        }
        return names.containsKey("clientId")
                ? Reply.error(404, "RESOURCE_NOT_FOUND", "Not Found")
                : asCaptured("GET", ORDER, String.valueOf(names), key, now);
    }

    private Reply placed(String path, String body, long now) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        Duration took = Duration.ZERO;
        for (var asked : CapturedOrders.rows(body)) {
            var order = orders.place(asked, now);
            if (order.isEmpty()) {
                strange.accept("POST " + path + " " + words(asked));
                rows.add(refused());
                continue;
            }
            var call = order.get().call();
            took = Duration.ofNanos(call.endedAt() - call.askedAt());
            var answered = order.get().answered();
            if (answered.isEmpty()) {
                // The whole of that request came to nothing; so does this one.
                return reply(call);
            }
            rows.add(answered);
        }
        if (path.equals(ORDERS)) {
            return Reply.json(200, JsonTree.write(rows), took);
        }
        var only = rows.isEmpty() ? refused() : rows.get(0);
        return Reply.json("Err".equals(only.get("operation")) ? 400 : 200, JsonTree.write(only), took);
    }

    private static String words(Map<String, @Nullable Object> asked) {
        return asked.get("side") + " " + asked.get("quantity") + " @ " + asked.get("price");
    }

    private static Map<String, @Nullable Object> refused() {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("operation", "Err");
        row.put("code", "INVALID_ORDER");
        row.put("message", NOT_IN_SESSION);
        return row;
    }

    /** An order that rests is cancelled, whether the captured desk did so or not; it is never in the way of an end. */
    private Reply cancelled(String body) {
        var names = CapturedOrders.rows(body);
        var order = names.isEmpty() ? null : orders.named(names.get(0)).orElse(null);
        if (order == null) {
            strange.accept("DELETE " + ORDER + " " + (names.isEmpty() ? "" : names.get(0)));
            return Reply.error(404, "RESOURCE_NOT_FOUND", "Not Found");
        }
        if (!order.isOpen()) {
            return Reply.error(404, "RESOURCE_NOT_FOUND", "Not Found");
        }
        order.cancelled();
        return Reply.json(200, JsonTree.write(order.now()), Duration.ZERO);
    }

    private Reply allCancelled() {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var order : orders.open()) {
            order.cancelled();
            rows.add(order.now());
        }
        return Reply.json(200, JsonTree.write(rows), Duration.ZERO);
    }
}
