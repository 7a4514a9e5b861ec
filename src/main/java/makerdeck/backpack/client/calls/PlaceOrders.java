package makerdeck.backpack.client.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.CallOutcome;
import makerdeck.backpack.client.http.RecheckFlags;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Orders;
import makerdeck.domain.ClientId;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;

/**
 * New orders, always as a batch: one signature and one answer to understand, whether for one order
 * or for twenty. Nothing is ever sent again. Client thread only.
 */
public final class PlaceOrders {

    /** The largest batch that somebody has documented. */
    private static final int LARGEST_BATCH = 20;

    private final RestClient rest;
    private final EventSink sink;
    private final RecheckFlags rechecks;
    private final Consumer<String> accepted;

    /** @param accepted hears the venue's id of every order that exists now */
    public PlaceOrders(RestClient rest, EventSink sink, RecheckFlags rechecks, Consumer<String> accepted) {
        this.rest = rest;
        this.sink = sink;
        this.rechecks = rechecks;
        this.accepted = accepted;
    }

    /** @param deadline the monotonic time after which none of them is sent any more */
    public void place(List<NewOrder> orders, long deadline, WireDecoder rules) {
        for (int from = 0; from < orders.size(); from += LARGEST_BATCH) {
            placeBatch(orders.subList(from, Math.min(from + LARGEST_BATCH, orders.size())), deadline, rules);
        }
    }

    private void placeBatch(List<NewOrder> orders, long deadline, WireDecoder rules) {
        var body = rest.codec()
                .encodeRequest(orders.stream()
                        .map(order -> wire(order, rules.market()))
                        .toList());
        rest.send(ApiRequest.orders(body, deadline), PlaceOrders::decode, new CallOutcome<List<Orders.BatchRow>>() {
            @Override
            public void done(List<Orders.BatchRow> rows) {
                var matched = BatchMatcher.match(orders, rows);
                var told = new ArrayList<VenueEvent>();
                for (int i = 0; i < orders.size(); i++) {
                    told.add(outcome(orders.get(i), matched.get(i), rules));
                }
                tell(told);
            }

            @Override
            public void refused(ApiRejection why) {
                tell(orders.stream()
                        .map(order -> refusal(order.clientId(), why))
                        .toList());
            }

            @Override
            public void unknown(ApiRejection why) {
                tell(orders.stream()
                        .map(order -> inDoubt(order.clientId(), why.message()))
                        .toList());
            }
        });
    }

    private static List<Orders.BatchRow> decode(Codec codec, String body) throws MalformedMessageException {
        return codec.decodeRows(Orders.BatchRow.class, body).stream()
                .map(row -> row.message() == null ? new Orders.BatchRow(null, null, null) : row.message())
                .toList();
    }

    private static Orders.Execute wire(NewOrder order, Market market) {
        return new Orders.Execute(
                null,
                null,
                null,
                order.redeemsLent() ? true : null,
                order.clientId().value(),
                "Limit",
                order.postOnly() ? true : null,
                market.text(order.price()),
                market.text(order.quantity()),
                null,
                null,
                "RejectTaker",
                order.side() == Side.BID ? "Bid" : "Ask",
                market.symbol(),
                order.timeInForce().name());
    }

    private VenueEvent outcome(NewOrder asked, Optional<Orders.BatchRow> row, WireDecoder rules) {
        var order = row.map(Orders.BatchRow::order);
        var error = row.map(Orders.BatchRow::error);
        if (order.isPresent()) {
            return accepted(asked, order.get(), rules);
        }
        return error.isPresent()
                ? refused(asked, ApiRejection.of(200, error.get()))
                : inDoubt(asked.clientId(), Message.of("client.answer.says-nothing"));
    }

    private VenueEvent refused(NewOrder asked, ApiRejection why) {
        return why.isUndecided()
                ? inDoubt(asked.clientId(), why.message())
                : refusal(asked.clientId(), rechecks.raise(why));
    }

    private VenueEvent accepted(NewOrder asked, Orders.Order wire, WireDecoder rules) {
        try {
            var order = rules.order(wire);
            if (asked.postOnly() && hasExpiredUntouched(order)) {
                return refusal(
                        asked.clientId(),
                        ApiRejection.ours(
                                200, Refusal.POST_ONLY_WOULD_TAKE, Message.of("client.answer.expired-at-once")));
            }
            accepted.accept(order.id());
            return new VenueEvent.OrderChanged(
                    sink.now(), named(order, asked), null, WireDecoder.oddity(order, wire.status()));
        } catch (DecodeException e) {
            return inDoubt(asked.clientId(), Message.of("client.answer.unreadable", e.said()));
        }
    }

    /** A post-only order that was taken in and thrown out again: the second of the venue's ways to say so. */
    private static boolean hasExpiredUntouched(Order order) {
        return order.status() == OrderStatus.EXPIRED && order.filled().isZero();
    }

    private static Order named(Order order, NewOrder asked) {
        return new Order(
                order.id(),
                asked.clientId(),
                order.side(),
                order.price(),
                order.quantity(),
                order.filled(),
                order.status(),
                order.createdAt());
    }

    private void tell(List<VenueEvent> orders) {
        sink.tell(new VenueEvent.PlaceAnswered(sink.now(), orders));
    }

    private VenueEvent refusal(ClientId clientId, ApiRejection why) {
        return new VenueEvent.PlaceRefused(sink.now(), clientId, why.refusal(), why.message());
    }

    private VenueEvent inDoubt(ClientId clientId, Message reason) {
        return new VenueEvent.PlaceUnknown(sink.now(), clientId, reason);
    }
}
