package makerdeck.backpack.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import makerdeck.backpack.wire.Instruction;
import makerdeck.backpack.wire.Orders;
import makerdeck.backpack.wire.Row;
import makerdeck.domain.ClientId;
import makerdeck.domain.Order;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;

/** Reads orders, open and finished. Client thread only. */
final class OrderReads {

    private static final int PAGE = 1000;

    /** History cannot be searched; what is asked for is seldom older than this many orders. */
    private static final int MOST_PAGES = 3;

    private final Reads reads;
    private final Reporter reporter;

    OrderReads(Reads reads, Reporter reporter) {
        this.reads = reads;
        this.reporter = reporter;
    }

    void readOpen(Interpreter rules) {
        var asked = reporter.now();
        var symbol = Map.entry("symbol", rules.market().symbol());
        reads.send(
                Ask.read("/api/v1/orders", Instruction.ORDER_QUERY_ALL, List.of(symbol)),
                (codec, body) -> Listing.of(rules, codec.decodeRows(Orders.Order.class, body)),
                new Reading<>(
                        listing -> reporter.tell(
                                new VenueEvent.OpenOrdersRead(reporter.now(), asked, listing.orders(), listing.odd())),
                        why -> failed(Words.say("client.read.open-orders"), why)));
    }

    void readOne(ClientId clientId, Interpreter rules) {
        var asked = reporter.now();
        var query = List.of(
                Map.entry("symbol", rules.market().symbol()), Map.entry("clientId", String.valueOf(clientId.value())));
        reads.send(
                Ask.read("/api/v1/order", Instruction.ORDER_QUERY, query),
                (codec, body) -> rules.order(codec.decode(Orders.Order.class, body)),
                new Reading<>(order -> found(asked, clientId, Optional.of(order)), why -> {
                    if (why.isNoSuchOrder()) {
                        found(asked, clientId, Optional.empty());
                    } else {
                        failed(Words.say("client.read.order", clientId.value()), why);
                    }
                }));
    }

    private void found(Instant asked, ClientId clientId, Optional<Order> order) {
        reporter.tell(new VenueEvent.OrderRead(reporter.now(), asked, clientId, order));
    }

    void readHistory(Set<ClientId> wanted, Interpreter rules) {
        readHistoryPage(new History(reporter.now(), wanted, new LinkedHashMap<>()), 0, rules);
    }

    private void readHistoryPage(History history, int page, Interpreter rules) {
        var query = List.of(
                Map.entry("symbol", rules.market().symbol()),
                Map.entry("limit", String.valueOf(PAGE)),
                Map.entry("offset", String.valueOf(page * PAGE)));
        reads.send(
                Ask.read("/wapi/v1/history/orders", Instruction.ORDER_HISTORY_QUERY_ALL, query),
                (codec, body) -> history.page(rules, codec.decodeRows(Orders.HistoryOrder.class, body)),
                new Reading<>(
                        read -> {
                            history.found.putAll(read.found);
                            if (history.isComplete() || read.rows < PAGE || page + 1 == MOST_PAGES) {
                                var orders = List.copyOf(history.found.values());
                                reporter.tell(new VenueEvent.HistoryRead(
                                        reporter.now(), history.asked, history.wanted, orders));
                            } else {
                                readHistoryPage(history, page + 1, rules);
                            }
                        },
                        why -> failed(Words.say("client.read.order-history"), why)));
    }

    private void failed(String what, Rejection why) {
        reporter.tell(new VenueEvent.ReadFailed(reporter.now(), what, why.refusal(), why.message()));
    }

    /** What a reading of the history has found so far. */
    private record History(Instant asked, Set<ClientId> wanted, Map<ClientId, Order> found) {

        boolean isComplete() {
            return found.size() == wanted.size();
        }

        /** Row by row: one of another order that cannot be read is no matter, one of these leaves it in doubt. */
        Page page(Interpreter rules, List<Row<Orders.HistoryOrder>> rows) throws UnreadableException {
            var hits = new LinkedHashMap<ClientId, Order>();
            for (var row : rows) {
                var message = row.message();
                var id = Interpreter.clientId(
                        message == null ? Interpreter.number(row.member("clientId")) : message.clientId());
                if (id != null && wanted.contains(id)) {
                    if (message == null) {
                        throw new UnreadableException(row.trouble());
                    }
                    hits.putIfAbsent(id, rules.order(message));
                }
            }
            return new Page(hits, rows.size());
        }
    }

    private record Page(Map<ClientId, Order> found, int rows) {}
}
