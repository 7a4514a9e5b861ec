package makerdeck.backpack.server.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.session.JsonTree;
import org.jspecify.annotations.Nullable;

/**
 * The account where we are: what the session answered last, and what its stream has told since. Orders that the desk has
 * not placed again are in none of it. Session thread only.
 */
final class CapturedAccount {

    private static final DateTimeFormatter NAIVE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final long MICROS = 1_000_000;

    private final CapturedOrders orders;
    private final Map<String, Map<String, @Nullable Object>> balances = new LinkedHashMap<>();
    private final List<Map<String, @Nullable Object>> fills = new ArrayList<>();

    CapturedAccount(CapturedOrders orders) {
        this.orders = orders;
    }

    /** An order's update, as it is told now. */
    void told(Map<String, @Nullable Object> update) {
        orders.about(update, "i", "c").ifPresent(order -> order.moved(update));
        if ("orderFill".equals(update.get("e"))) {
            fills.add(fill(update));
        }
    }

    /** An asset's balance, as it is told now. */
    void balance(Map<String, @Nullable Object> update) {
        JsonTree.text(update, "a").ifPresent(asset -> {
            var balance = new LinkedHashMap<String, @Nullable Object>();
            balance.put("available", update.get("A"));
            balance.put("locked", update.get("L"));
            balance.put("staked", update.get("S"));
            balances.put(asset, balance);
        });
    }

    /** All balances were answered then: what the stream said before is in it. */
    void balancesAnswered() {
        balances.clear();
    }

    private Map<String, @Nullable Object> fill(Map<String, @Nullable Object> update) {
        var order = orders.about(update, "i", "c");
        var fill = new LinkedHashMap<String, @Nullable Object>();
        fill.put(
                "clientId",
                order.map(CapturedOrder::clientId)
                        .map(BigDecimal::toPlainString)
                        .orElse(null));
        fill.put("fee", update.get("n"));
        fill.put("feeSymbol", update.get("N"));
        fill.put("isMaker", update.get("m"));
        fill.put("orderId", update.get("i"));
        fill.put("price", update.get("L"));
        fill.put("quantity", update.get("l"));
        fill.put("side", update.get("S"));
        fill.put("symbol", update.get("s"));
        fill.put("systemOrderType", null);
        long micros = update.get("T") instanceof BigDecimal at ? at.longValue() : 0;
        fill.put("timestamp", NAIVE.format(Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000)));
        fill.put("tradeId", update.get("t"));
        return fill;
    }

    /** What the session answered, as far as the desk has part in it, and the fills since. */
    String fills(String answered) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var seen = new HashSet<String>();
        for (var row : CapturedOrders.rows(answered)) {
            var order = orders.about(row, "orderId", "clientId");
            if (order.isEmpty() || order.get().isPlaced()) {
                rows.add(order.isEmpty() ? row : with(row, "clientId", text(order.get())));
                seen.add(row.get("orderId") + " " + row.get("tradeId"));
            }
        }
        fills.stream()
                .filter(fill -> seen.add(fill.get("orderId") + " " + fill.get("tradeId")))
                .forEach(rows::add);
        return JsonTree.write(rows);
    }

    private static @Nullable String text(CapturedOrder order) {
        var clientId = order.clientId();
        return clientId == null ? null : clientId.toPlainString();
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> row, String name, @Nullable Object value) {
        var other = new LinkedHashMap<>(row);
        other.put(name, value);
        return other;
    }

    /** Open ones, and those of others that the session answered. */
    String openOrders(String answered) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        orders.open().forEach(order -> rows.add(order.now()));
        CapturedOrders.rows(answered).stream()
                .filter(row -> orders.about(row, "id", "clientId").isEmpty())
                .forEach(rows::add);
        return JsonTree.write(rows);
    }

    /** What became of orders, the latest first, and those of others that the session answered. */
    String history(String answered, Map<String, @Nullable Object> query) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var order : orders.placedOnes()) {
            if (order.wasTaken()
                    && (query.get("orderId") == null || order.orderId().equals(JsonTree.text(query, "orderId")))) {
                rows.add(0, historic(order.now()));
            }
        }
        CapturedOrders.rows(answered).stream()
                .filter(row -> orders.about(row, "id", "clientId").isEmpty())
                .forEach(rows::add);
        return JsonTree.write(rows);
    }

    private static Map<String, @Nullable Object> historic(Map<String, @Nullable Object> order) {
        var row = new LinkedHashMap<>(order);
        List.of("reduceOnly", "relatedOrderId", "triggeredAt").forEach(row::remove);
        if (row.get("createdAt") instanceof BigDecimal millis) {
            row.put("createdAt", NAIVE.format(Instant.ofEpochMilli(millis.longValue())));
        }
        row.putIfAbsent("quoteQuantity", null);
        row.put("expiryReason", null);
        row.put("systemOrderType", null);
        return row;
    }

    /** What the session answered, and what the stream has told since. */
    String capital(String answered) {
        try {
            var all = JsonTree.members(JsonTree.read(answered));
            all.putAll(balances);
            return JsonTree.write(all);
        } catch (MalformedMessageException odd) {
            return answered;
        }
    }

    Optional<CapturedOrder> order(Map<String, @Nullable Object> names) {
        return orders.named(names);
    }
}
