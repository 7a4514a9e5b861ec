package makerdeck.backpack.server.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.session.JsonTree;
import makerdeck.backpack.wire.session.WireEvent;
import org.jspecify.annotations.Nullable;

/**
 * The orders of the session, and which of them the desk that replays has placed as well: the same side, price, quantity
 * and manner, at most some seconds apart, the earliest first. Session thread only.
 */
final class CapturedOrders {

    /** By how much the same decision may come earlier or later. */
    static final Duration APART = Duration.ofSeconds(10);

    private static final List<String> PATHS = List.of("/api/v1/orders", "/api/v1/order");

    private final List<CapturedOrder> orders = new ArrayList<>();
    private final Map<Long, List<CapturedOrder>> byCall = new HashMap<>();
    private final Map<String, CapturedOrder> byOrderId = new HashMap<>();
    private final Map<String, CapturedOrder> byItsClientId = new HashMap<>();
    private final Map<String, CapturedOrder> byClientId = new HashMap<>();
    private int oldest;

    CapturedOrders(CapturedCalls calls) {
        for (var path : PATHS) {
            for (var call : calls.all("POST", path)) {
                var asked = rows(call.asked().body());
                var answer = call.answer();
                var rows = answer == null || answer.status() != 200
                        ? List.<Map<String, @Nullable Object>>of()
                        : rows(answer.body());
                for (int i = 0; i < asked.size(); i++) {
                    add(new CapturedOrder(asked.get(i), i < rows.size() ? rows.get(i) : Map.of(), call));
                }
            }
        }
    }

    private void add(CapturedOrder order) {
        orders.add(order);
        byCall.computeIfAbsent(order.call().asked().call(), call -> new ArrayList<>())
                .add(order);
        order.orderId().ifPresent(id -> byOrderId.put(id, order));
        order.itsClientId().ifPresent(id -> byItsClientId.put(id, order));
    }

    static List<Map<String, @Nullable Object>> rows(@Nullable String json) {
        try {
            return json == null ? List.of() : JsonTree.rows(JsonTree.read(json));
        } catch (MalformedMessageException noJson) {
            return List.of();
        }
    }

    /** Whether the captured desk does here what the one that replays has yet to do: place these orders, or cancel one. */
    boolean awaits(WireEvent.Asked asked) {
        if (asked.method().equals("DELETE")) {
            return rows(asked.body()).stream().anyMatch(row -> about(row, "orderId", "clientId")
                    .filter(CapturedOrder::isOpen)
                    .isPresent());
        }
        return byCall.getOrDefault(asked.call(), List.of()).stream().anyMatch(order -> !order.isPlaced());
    }

    /** How many the captured desk has placed. */
    int size() {
        return orders.size();
    }

    long placed() {
        return orders.stream().filter(CapturedOrder::isPlaced).count();
    }

    /** The order of the session that this one is; empty when it has none such, or not here. */
    Optional<CapturedOrder> place(Map<String, @Nullable Object> asked, long now) {
        while (oldest < orders.size()
                && (orders.get(oldest).isPlaced() || orders.get(oldest).call().askedAt() < now - APART.toNanos())) {
            oldest++;
        }
        for (int i = oldest; i < orders.size(); i++) {
            var order = orders.get(i);
            if (now != Long.MAX_VALUE && order.call().askedAt() > now + APART.toNanos()) {
                break;
            }
            if (!order.isPlaced() && order.isLike(asked)) {
                order.placed(asked.get("clientId") instanceof BigDecimal number ? number : null);
                JsonTree.text(asked, "clientId").ifPresent(id -> byClientId.put(id, order));
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** The order that a request names by the venue's id or by a number of the desk that replays. */
    Optional<CapturedOrder> named(Map<String, @Nullable Object> names) {
        return JsonTree.text(names, "orderId").map(byOrderId::get).or(() -> JsonTree.text(names, "clientId")
                .map(byClientId::get));
    }

    /** The order that a message of the session is about, by its members of those names. */
    Optional<CapturedOrder> about(Map<String, @Nullable Object> message, String orderId, String clientId) {
        return JsonTree.text(message, orderId).map(byOrderId::get).or(() -> JsonTree.text(message, clientId)
                .map(byItsClientId::get));
    }

    List<CapturedOrder> placedOnes() {
        return orders.stream().filter(CapturedOrder::isPlaced).toList();
    }

    List<CapturedOrder> open() {
        return orders.stream().filter(CapturedOrder::isOpen).toList();
    }
}
