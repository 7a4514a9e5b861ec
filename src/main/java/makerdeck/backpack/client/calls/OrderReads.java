package makerdeck.backpack.client.calls;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.wire.Orders;
import makerdeck.backpack.wire.Row;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.domain.ClientId;
import makerdeck.domain.Order;
import makerdeck.message.Message;
import makerdeck.venue.VenueEvent;

/** Reads orders, open and finished. Client thread only. */
public final class OrderReads {

    private static final int PAGE = 1000;

    /** History cannot be searched; what is asked for is seldom older than this many orders. */
    private static final int MOST_PAGES = 3;

    private final SignedReads reads;
    private final EventSink sink;

    public OrderReads(SignedReads reads, EventSink sink) {
        this.reads = reads;
        this.sink = sink;
    }

    public void readOpen(WireDecoder rules) {
        var asked = sink.now();
        var symbol = Map.entry("symbol", rules.market().symbol());
        reads.send(
                ApiRequest.read("/api/v1/orders", Instruction.ORDER_QUERY_ALL, List.of(symbol)),
                (codec, body) -> OpenOrderList.of(rules, codec.decodeRows(Orders.Order.class, body)),
                new ResponseHandler<>(
                        openOrders -> sink.tell(new VenueEvent.OpenOrdersRead(
                                sink.now(), asked, openOrders.orders(), openOrders.odd())),
                        why -> failed(Message.of("client.read.open-orders"), why)));
    }

    public void readOne(ClientId clientId, WireDecoder rules) {
        var asked = sink.now();
        var query = List.of(
                Map.entry("symbol", rules.market().symbol()), Map.entry("clientId", String.valueOf(clientId.value())));
        reads.send(
                ApiRequest.read("/api/v1/order", Instruction.ORDER_QUERY, query),
                (codec, body) -> rules.order(codec.decode(Orders.Order.class, body)),
                new ResponseHandler<>(order -> found(asked, clientId, Optional.of(order)), why -> {
                    if (why.isNoSuchOrder()) {
                        found(asked, clientId, Optional.empty());
                    } else {
                        failed(Message.of("client.read.order", clientId.value()), why);
                    }
                }));
    }

    private void found(Instant asked, ClientId clientId, Optional<Order> order) {
        sink.tell(new VenueEvent.OrderRead(sink.now(), asked, clientId, order));
    }

    public void readHistory(Set<ClientId> wanted, WireDecoder rules) {
        readHistoryPage(new History(sink.now(), wanted, new LinkedHashMap<>()), 0, rules);
    }

    private void readHistoryPage(History history, int page, WireDecoder rules) {
        var query = List.of(
                Map.entry("symbol", rules.market().symbol()),
                Map.entry("limit", String.valueOf(PAGE)),
                Map.entry("offset", String.valueOf(page * PAGE)));
        reads.send(
                ApiRequest.read("/wapi/v1/history/orders", Instruction.ORDER_HISTORY_QUERY_ALL, query),
                (codec, body) -> history.page(rules, codec.decodeRows(Orders.HistoryOrder.class, body)),
                new ResponseHandler<>(
                        read -> {
                            history.found.putAll(read.found);
                            if (history.isComplete() || read.rows < PAGE || page + 1 == MOST_PAGES) {
                                var orders = List.copyOf(history.found.values());
                                sink.tell(
                                        new VenueEvent.HistoryRead(sink.now(), history.asked, history.wanted, orders));
                            } else {
                                readHistoryPage(history, page + 1, rules);
                            }
                        },
                        why -> failed(Message.of("client.read.order-history"), why)));
    }

    private void failed(Message what, ApiRejection why) {
        sink.tell(new VenueEvent.ReadFailed(sink.now(), what, why.refusal(), why.message()));
    }

    /** What a reading of the history has found so far. */
    private record History(Instant asked, Set<ClientId> wanted, Map<ClientId, Order> found) {

        boolean isComplete() {
            return found.size() == wanted.size();
        }

        /** Row by row: one of another order that cannot be read is no matter, one of these leaves it in doubt. */
        Page page(WireDecoder rules, List<Row<Orders.HistoryOrder>> rows) throws DecodeException {
            var hits = new LinkedHashMap<ClientId, Order>();
            for (var row : rows) {
                var message = row.message();
                var id = WireDecoder.clientId(
                        message == null ? WireDecoder.number(row.member("clientId")) : message.clientId());
                if (id != null && wanted.contains(id)) {
                    if (message == null) {
                        throw new DecodeException(Message.plain(row.trouble()));
                    }
                    hits.putIfAbsent(id, rules.order(message));
                }
            }
            return new Page(hits, rows.size());
        }
    }

    private record Page(Map<ClientId, Order> found, int rows) {}
}
