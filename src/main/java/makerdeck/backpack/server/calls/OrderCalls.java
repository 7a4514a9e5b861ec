package makerdeck.backpack.server.calls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Call;
import makerdeck.backpack.server.base.Endpoint;
import makerdeck.backpack.server.base.OrderRequestParser;
import makerdeck.backpack.server.base.QueryParameters;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.backpack.wire.ApiError;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Orders;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.domain.ClientId;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.OrderKey;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.Placement;
import org.jspecify.annotations.Nullable;

/** Signed calls that place, cancel and look up open orders. Venue thread only. */
public final class OrderCalls {

    private static final String ORDER = "/api/v1/order";

    private final Exchange exchange;
    private final Codec codec;
    private final FaultInjector faults;
    private final OrderMessages messages;

    public OrderCalls(Exchange exchange, Codec codec, FaultInjector faults) {
        this.exchange = exchange;
        this.faults = faults;
        this.codec = codec;
        this.messages = new OrderMessages(exchange.market().rules(), faults);
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.signed("POST", ORDER, Instruction.ORDER_EXECUTE, this::execute),
                Endpoint.signed("POST", Endpoint.ORDERS, Instruction.ORDER_EXECUTE, this::batch),
                Endpoint.signed("DELETE", ORDER, Instruction.ORDER_CANCEL, this::cancel),
                Endpoint.signed("DELETE", Endpoint.ORDERS, Instruction.ORDER_CANCEL_ALL, this::cancelAll),
                Endpoint.signed("GET", ORDER, Instruction.ORDER_QUERY, this::order),
                Endpoint.signed("GET", Endpoint.ORDERS, Instruction.ORDER_QUERY_ALL, this::orders));
    }

    /** Members of orders this venue does not serve: it must not take them for plain ones. */
    public record Extras(
            @Nullable String triggerPrice,
            @Nullable String triggerQuantity,
            @Nullable String stopLossTriggerPrice,
            @Nullable String takeProfitTriggerPrice,
            @Nullable String slippageTolerance) {

        boolean any() {
            return triggerPrice != null
                    || triggerQuantity != null
                    || stopLossTriggerPrice != null
                    || takeProfitTriggerPrice != null
                    || slippageTolerance != null;
        }
    }

    private record Wish(String symbol, OrderRequest request, Extras extras) {}

    private Answer execute(Call call) throws RefusedCallException {
        if (call.body().stripLeading().startsWith("[")) {
            throw new RefusedCallException(
                    Answer.badPayload("Expected input type \"" + OrderRequestParser.TYPE + "\", found [..]."));
        }
        var wish = wish(decode(Orders.Execute.class, call.body()), decode(Extras.class, call.body()));
        return place(call.caller(), wish);
    }

    private Answer batch(Call call) throws RefusedCallException {
        var orders = decodeList(Orders.Execute.class, call.body());
        var extras = decodeList(Extras.class, call.body());
        if (orders.isEmpty()) {
            throw new RefusedCallException(Answer.badPayload("Expected at least one order."));
        }
        var wishes = new ArrayList<Wish>();
        for (int i = 0; i < orders.size(); i++) {
            wishes.add(wish(orders.get(i), extras.get(i)));
        }
        return Answer.json(
                faults.isOn(Fault.BATCH_PARTIAL)
                        ? shuffled(call.caller(), wishes)
                        : wishes.stream()
                                .map(wish -> row(place(call.caller(), wish)))
                                .toList());
    }

    /** Every second one is refused, and the refused come first. */
    private List<Orders.BatchRow> shuffled(AccountId account, List<Wish> wishes) {
        var rows = new ArrayDeque<Orders.BatchRow>();
        for (int i = 0; i < wishes.size(); i++) {
            if (i % 2 == 0) {
                rows.addLast(row(place(account, wishes.get(i))));
            } else {
                rows.addFirst(row(Answer.error(400, "INVALID_ORDER", "The order is not wanted")));
            }
        }
        return List.copyOf(rows);
    }

    private static Wish wish(Orders.Execute order, Extras extras) throws RefusedCallException {
        return new Wish(OrderRequestParser.symbol(order), OrderRequestParser.request(order), extras);
    }

    private Answer place(AccountId account, Wish wish) {
        if (wish.extras().any()) {
            return Answer.error(400, "NOT_IMPLEMENTED", "Triggers and slippage limits are not served by this venue");
        }
        if (!exchange.market().rules().symbol().equals(wish.symbol())) {
            return Answer.invalid("Invalid market symbol");
        }
        var placement = exchange.submit(account, wish.request());
        if (placement instanceof Placement.Refused refused) {
            return Refusals.answer(refused.why());
        }
        return Answer.json(messages.order(((Placement.Accepted) placement).order()));
    }

    private static Orders.BatchRow row(Answer answer) {
        return answer.body() instanceof ApiError error
                ? new Orders.BatchRow("Err", null, error)
                : new Orders.BatchRow("Ok", (Orders.Order) answer.body(), null);
    }

    private Answer cancel(Call call) throws RefusedCallException {
        var request = call.body().isEmpty() ? fromQuery(call.parameters()) : decode(Orders.Cancel.class, call.body());
        requireListed(request.symbol());
        return exchange.cancel(call.caller(), key(request))
                .map(order -> Answer.json(messages.order(order)))
                .orElse(Answer.notFound());
    }

    private Answer cancelAll(Call call) throws RefusedCallException {
        var request = call.body().isEmpty()
                ? new Orders.CancelAll(
                        call.parameters().text("orderType"), call.parameters().text("symbol"))
                : decode(Orders.CancelAll.class, call.body());
        requireListed(request.symbol());
        var triggersOnly = "ConditionalOrder".equals(request.orderType());
        return Answer.json(
                triggersOnly
                        ? List.of()
                        : exchange.cancelAll(call.caller()).stream()
                                .map(messages::order)
                                .toList());
    }

    private Answer order(Call call) throws RefusedCallException {
        var request = fromQuery(call.parameters());
        requireListed(request.symbol());
        return exchange.openOrder(call.caller(), key(request))
                .map(order -> Answer.json(messages.order(order)))
                .orElse(Answer.notFound());
    }

    private Answer orders(Call call) throws RefusedCallException {
        var symbol = call.parameters().text("symbol");
        if (symbol != null) {
            requireListed(symbol);
        }
        var type = call.parameters().text("marketType");
        return Answer.json(
                type == null || type.equals("SPOT")
                        ? exchange.openOrders(call.caller()).stream()
                                .map(messages::order)
                                .toList()
                        : List.of());
    }

    private static Orders.Cancel fromQuery(QueryParameters parameters) throws RefusedCallException {
        Long clientId = parameters.text("clientId") == null ? null : parameters.number("clientId", 0, 0, 0xFFFF_FFFFL);
        return new Orders.Cancel(clientId, parameters.text("orderId"), parameters.text("symbol"));
    }

    private void requireListed(@Nullable String symbol) throws RefusedCallException {
        if (symbol == null) {
            throw new RefusedCallException(Answer.badPayload("Type \"MarketSymbol\" expects an input value."));
        }
        MarketCalls.requireListed(exchange, symbol);
    }

    private static OrderKey key(Orders.Cancel request) throws RefusedCallException {
        ClientId clientId = OrderRequestParser.clientId(request.clientId());
        var id = request.orderId();
        if ((clientId == null) == (id == null)) {
            throw new RefusedCallException(Answer.invalid("Exactly one of orderId and clientId must be given"));
        }
        if (clientId != null) {
            return new OrderKey.ByClientId(clientId);
        }
        try {
            return new OrderKey.ById(Long.parseLong(String.valueOf(id)));
        } catch (NumberFormatException e) {
            throw new RefusedCallException(Answer.notFound());
        }
    }

    private <T> T decode(Class<T> kind, String body) throws RefusedCallException {
        try {
            return codec.decode(kind, body);
        } catch (MalformedMessageException e) {
            throw new RefusedCallException(Answer.badPayload(String.valueOf(e.getMessage())));
        }
    }

    private <T> List<T> decodeList(Class<T> kind, String body) throws RefusedCallException {
        try {
            return codec.decodeList(kind, body);
        } catch (MalformedMessageException e) {
            throw new RefusedCallException(Answer.badPayload(String.valueOf(e.getMessage())));
        }
    }
}
