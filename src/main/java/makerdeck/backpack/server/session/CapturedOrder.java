package makerdeck.backpack.server.session;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import makerdeck.backpack.wire.session.JsonTree;
import org.jspecify.annotations.Nullable;

/** An order that the captured desk has placed, and what has become of it so far in this replay. Session thread only. */
final class CapturedOrder {

    private static final Set<String> OVER = Set.of("Filled", "Cancelled", "Expired");

    private final Map<String, @Nullable Object> asked;
    private final Map<String, @Nullable Object> row;
    private final CapturedCalls.Call call;

    private @Nullable BigDecimal clientId;
    private boolean placed;
    private String status = "New";
    private String executed = "0";
    private String executedQuote = "0";

    /** @param row of the answer, empty when there was none for it */
    CapturedOrder(Map<String, @Nullable Object> asked, Map<String, @Nullable Object> row, CapturedCalls.Call call) {
        this.asked = asked;
        this.row = row;
        this.call = call;
    }

    CapturedCalls.Call call() {
        return call;
    }

    Optional<String> orderId() {
        return JsonTree.text(row, "id");
    }

    /** By which the captured desk knew it. */
    Optional<String> itsClientId() {
        return JsonTree.text(asked, "clientId");
    }

    /** By which the desk that replays knows it; null when it has given it no number. */
    @Nullable
    BigDecimal clientId() {
        return clientId;
    }

    boolean isPlaced() {
        return placed;
    }

    /** Whether the session had it on the book. */
    boolean wasTaken() {
        return orderId().isPresent();
    }

    boolean isOpen() {
        return isPlaced() && wasTaken() && !OVER.contains(status);
    }

    /** Whether another order is the same decision: side, price and quantity as numbers, and how it is to be carried out. */
    boolean isLike(Map<String, @Nullable Object> other) {
        return text(asked, "side").equals(text(other, "side"))
                && text(asked, "symbol").equals(text(other, "symbol"))
                && text(asked, "orderType").equals(text(other, "orderType"))
                && text(asked, "postOnly").equals(text(other, "postOnly"))
                && text(asked, "timeInForce").equals(text(other, "timeInForce"))
                && isSame("price", other)
                && isSame("quantity", other)
                && isSame("quoteQuantity", other);
    }

    private boolean isSame(String name, Map<String, @Nullable Object> other) {
        var one = text(asked, name);
        var two = text(other, name);
        try {
            return one.equals(two) || new BigDecimal(one).compareTo(new BigDecimal(two)) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static String text(Map<String, @Nullable Object> members, String name) {
        return JsonTree.text(members, name).orElse("");
    }

    void placed(@Nullable BigDecimal by) {
        placed = true;
        clientId = by;
    }

    /** What the account's stream tells of it. */
    void moved(Map<String, @Nullable Object> update) {
        JsonTree.text(update, "X").ifPresent(said -> status = OVER.contains(status) ? status : said);
        JsonTree.text(update, "z").ifPresent(said -> executed = said);
        JsonTree.text(update, "Z").ifPresent(said -> executedQuote = said);
    }

    void cancelled() {
        status = OVER.contains(status) ? status : "Cancelled";
    }

    /** The row that the session answered, with the number of the desk that replays. */
    Map<String, @Nullable Object> answered() {
        var answer = new LinkedHashMap<>(row);
        if (row.containsKey("clientId")) {
            answer.put("clientId", clientId);
        }
        return answer;
    }

    /** As a query answers it now. */
    Map<String, @Nullable Object> now() {
        var now = answered();
        now.remove("operation");
        now.put("status", status);
        now.put("executedQuantity", executed);
        now.put("executedQuoteQuantity", executedQuote);
        return now;
    }
}
