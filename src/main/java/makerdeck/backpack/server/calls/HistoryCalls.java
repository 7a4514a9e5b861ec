package makerdeck.backpack.server.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Call;
import makerdeck.backpack.server.base.Endpoint;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.server.base.WireText;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.backpack.wire.signing.Headers;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.OrderView;

/** Signed calls that page through finished orders and fills. Venue thread only. */
public final class HistoryCalls {

    private static final Map<String, Boolean> IS_ASCENDING = Map.of("Asc", true, "Desc", false);

    private final Exchange exchange;
    private final OrderMessages messages;

    public HistoryCalls(Exchange exchange, FaultInjector faults) {
        this.exchange = exchange;
        this.messages = new OrderMessages(exchange.market().rules(), faults);
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.signed("GET", Endpoint.HISTORY + "orders", Instruction.ORDER_HISTORY_QUERY_ALL, this::orders),
                Endpoint.signed("GET", Endpoint.HISTORY + "fills", Instruction.FILL_HISTORY_QUERY_ALL, this::fills));
    }

    private Answer orders(Call call) throws RefusedCallException {
        var id = orderId(call);
        var rows = exchange.orderHistory(call.caller()).stream()
                .filter(order -> isAsked(call) && isWanted(id, order))
                .toList();
        return page(call, rows).map(messages::history).answer();
    }

    private static boolean isWanted(Optional<String> id, OrderView order) {
        return id.map(wanted -> wanted.equals(String.valueOf(order.id()))).orElse(true);
    }

    private Answer fills(Call call) throws RefusedCallException {
        var id = orderId(call);
        long from = call.parameters().number("from", 0, Long.MIN_VALUE, Long.MAX_VALUE);
        long to = call.parameters().number("to", Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);
        var type = call.parameters().text("fillType");
        var isUser = type == null || type.equals("User");
        var rows = exchange.fillHistory(call.caller()).stream()
                .filter(fill -> isUser && isAsked(call) && isWanted(id, fill))
                .filter(fill -> {
                    long at = WireText.millis(fill.atNanos());
                    return from <= at && at < to;
                })
                .toList();
        return page(call, rows).map(messages::fill).answer();
    }

    private static boolean isWanted(Optional<String> id, Execution fill) {
        return id.map(wanted -> wanted.equals(String.valueOf(fill.orderId()))).orElse(true);
    }

    private static Optional<String> orderId(Call call) {
        return Optional.ofNullable(call.parameters().text("orderId"));
    }

    private boolean isAsked(Call call) {
        var symbol = call.parameters().text("symbol");
        var type = call.parameters().text("marketType");
        return (symbol == null || symbol.equals(exchange.market().rules().symbol()))
                && (type == null || type.equals("SPOT"));
    }

    /** One page of newest-first rows, in the order asked for. */
    static <T> Page<T> page(Call call, List<T> newestFirst) throws RefusedCallException {
        var parameters = call.parameters();
        long limit = parameters.number("limit", 100, 1, 1000);
        long offset = parameters.number("offset", 0, 0, Integer.MAX_VALUE);
        var rows = new ArrayList<>(newestFirst);
        if (parameters.choice("sortDirection", "SortDirection", IS_ASCENDING, false)) {
            Collections.reverse(rows);
        }
        return new Page<>(rows.stream().skip(offset).limit(limit).toList(), rows.size(), limit, offset);
    }

    record Page<T>(List<T> rows, int total, long limit, long offset) {

        <M> Page<M> map(Function<T, M> message) {
            return new Page<>(rows.stream().map(message).toList(), total, limit, offset);
        }

        Answer answer() {
            return Answer.json(rows)
                    .with(Map.of(
                            "Cache-Control",
                            "no-store",
                            Headers.PAGE_COUNT,
                            String.valueOf((total + limit - 1) / limit),
                            Headers.CURRENT_PAGE,
                            String.valueOf(offset / limit + 1),
                            Headers.PAGE_SIZE,
                            String.valueOf(limit),
                            Headers.TOTAL,
                            String.valueOf(total)));
        }
    }
}
