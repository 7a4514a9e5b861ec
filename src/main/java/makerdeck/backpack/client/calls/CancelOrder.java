package makerdeck.backpack.client.calls;

import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.CallOutcome;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.wire.Orders;
import makerdeck.domain.ClientId;
import makerdeck.domain.Order;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Cancels, one order a call. Client thread only. */
public final class CancelOrder {

    private final RestClient rest;
    private final EventSink sink;

    public CancelOrder(RestClient rest, EventSink sink) {
        this.rest = rest;
        this.sink = sink;
    }

    public void cancel(ClientId clientId, @Nullable String orderId, WireDecoder rules) {
        // Both ids in one request break its signature.
        var named = orderId == null ? clientId.value() : null;
        var body = rest.codec()
                .encodeRequest(new Orders.Cancel(named, orderId, rules.market().symbol()));
        RestClient.Decoding<Order> decoding = (codec, text) -> rules.order(codec.decode(Orders.Order.class, text));
        rest.send(ApiRequest.cancel(body), decoding, new CallOutcome<Order>() {
            @Override
            public void done(Order order) {
                switch (order.status()) {
                    case NEW, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED ->
                        sink.tell(new VenueEvent.OrderChanged(sink.now(), order, null, null));
                    case DORMANT, UNCLEAR ->
                        unknown(ApiRejection.ours(200, Refusal.OTHER, Message.of("client.answer.no-known-state")));
                }
            }

            @Override
            public void refused(ApiRejection why) {
                sink.tell(new VenueEvent.CancelRefused(
                        sink.now(), clientId, why.isNoSuchOrder(), why.refusal(), why.message()));
            }

            @Override
            public void unknown(ApiRejection why) {
                sink.tell(new VenueEvent.CancelUnknown(sink.now(), clientId, why.message()));
            }
        });
    }

    /** An order that nothing else names; what became of it a listing tells. */
    public void cancelNameless(String orderId, WireDecoder rules) {
        var body = rest.codec()
                .encodeRequest(new Orders.Cancel(null, orderId, rules.market().symbol()));
        rest.send(
                ApiRequest.cancel(body),
                (codec, text) -> text,
                new ResponseHandler<>(done -> {}, why -> Logger.warn("a cancel was not confirmed: {}", why.message())));
    }
}
