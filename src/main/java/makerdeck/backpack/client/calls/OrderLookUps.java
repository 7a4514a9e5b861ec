package makerdeck.backpack.client.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import makerdeck.domain.Order;
import makerdeck.message.Message;
import makerdeck.venue.VenueEvent;
import org.tinylog.Logger;

/**
 * Looks orders up by the venue's ids. One alone is asked for by name, in the history and then among what rests; several
 * are looked for among the newest of the history, for it takes one name at most.
 *
 * <p>Client thread only.
 */
public final class OrderLookUps {

    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 3;

    private final SignedReads reads;
    private final EventSink sink;

    public OrderLookUps(SignedReads reads, EventSink sink) {
        this.reads = reads;
        this.sink = sink;
    }

    public void read(Set<String> wanted, WireDecoder rules) {
        readPage(new Search(sink.now(), wanted, new LinkedHashMap<>()), 0, rules);
    }

    private void readPage(Search search, int page, WireDecoder rules) {
        var query = new ArrayList<Map.Entry<String, String>>();
        query.add(Map.entry("symbol", rules.market().symbol()));
        query.add(Map.entry("limit", String.valueOf(PAGE)));
        query.add(Map.entry("offset", String.valueOf(page * PAGE)));
        if (search.isForOne()) {
            query.add(Map.entry("orderId", search.one()));
        }
        reads.send(
                ApiRequest.read("/wapi/v1/history/orders", Instruction.ORDER_HISTORY_QUERY_ALL, List.copyOf(query)),
                (codec, body) -> search.page(rules, codec.decodeRows(Orders.HistoryOrder.class, body)),
                new ResponseHandler<>(
                        read -> {
                            search.found.putAll(read.found);
                            if (search.isComplete()) {
                                tell(search);
                            } else if (search.isForOne()) {
                                readResting(search, rules);
                            } else if (read.rows < PAGE || page + 1 == MOST_PAGES) {
                                tell(search);
                            } else {
                                readPage(search, page + 1, rules);
                            }
                        },
                        this::failed));
    }

    private void readResting(Search search, WireDecoder rules) {
        var query = List.of(Map.entry("symbol", rules.market().symbol()), Map.entry("orderId", search.one()));
        reads.send(
                ApiRequest.read("/api/v1/order", Instruction.ORDER_QUERY, query),
                (codec, body) -> rules.order(codec.decode(Orders.Order.class, body)),
                new ResponseHandler<>(
                        order -> {
                            if (search.wanted.contains(order.id())) {
                                search.found.put(order.id(), order);
                            }
                            tell(search);
                        },
                        why -> {
                            if (why.isNoSuchOrder()) {
                                tell(search);
                            } else {
                                failed(why);
                            }
                        }));
    }

    private void tell(Search search) {
        var orders = List.copyOf(search.found.values());
        sink.tell(new VenueEvent.OrdersLookedUp(sink.now(), search.asked, search.wanted, orders));
    }

    private void failed(ApiRejection why) {
        sink.tell(new VenueEvent.ReadFailed(
                sink.now(), Message.of("client.read.order-history"), why.refusal(), why.message()));
    }

    private record Search(Instant asked, Set<String> wanted, Map<String, Order> found) {

        boolean isForOne() {
            return wanted.size() == 1;
        }

        String one() {
            return wanted.iterator().next();
        }

        boolean isComplete() {
            return found.size() == wanted.size();
        }

        /** What cannot be read says nothing of its order, as if it were not there. */
        Page page(WireDecoder rules, List<Row<Orders.HistoryOrder>> rows) {
            var hits = new LinkedHashMap<String, Order>();
            for (var row : rows) {
                var message = row.message();
                if (message != null && message.id() != null && wanted.contains(message.id())) {
                    try {
                        hits.putIfAbsent(message.id(), rules.order(message));
                    } catch (DecodeException odd) {
                        Logger.warn("order {} is not understood: {}", message.id(), odd.said());
                    }
                }
            }
            return new Page(hits, rows.size());
        }
    }

    private record Page(Map<String, Order> found, int rows) {}
}
