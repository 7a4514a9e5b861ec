package makerdeck.backpack.client;

import makerdeck.backpack.wire.Orders;
import makerdeck.domain.ClientId;
import makerdeck.domain.Order;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Cancels, one order a call. Client thread only. */
final class Cancelling {

    private final Rest rest;
    private final Reporter reporter;

    Cancelling(Rest rest, Reporter reporter) {
        this.rest = rest;
        this.reporter = reporter;
    }

    void cancel(ClientId clientId, @Nullable String orderId, Interpreter rules) {
        // Both ids in one request break its signature.
        var named = orderId == null ? clientId.value() : null;
        var body = rest.codec()
                .encodeRequest(new Orders.Cancel(named, orderId, rules.market().symbol()));
        Rest.Decoding<Order> decoding = (codec, text) -> rules.order(codec.decode(Orders.Order.class, text));
        rest.send(Ask.cancel(body), decoding, new Outcome<Order>() {
            @Override
            public void done(Order order) {
                switch (order.status()) {
                    case NEW, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED ->
                        reporter.tell(new VenueEvent.OrderChanged(reporter.now(), order, null));
                    case DORMANT, UNCLEAR ->
                        unknown(new Rejection(200, "", Refusal.OTHER, Words.say("client.answer.no-known-state")));
                }
            }

            @Override
            public void refused(Rejection why) {
                reporter.tell(new VenueEvent.CancelRefused(
                        reporter.now(), clientId, why.isNoSuchOrder(), why.refusal(), why.message()));
            }

            @Override
            public void unknown(Rejection why) {
                reporter.tell(new VenueEvent.CancelUnknown(reporter.now(), clientId, why.message()));
            }
        });
    }

    /** An order that nothing else names; what became of it a listing tells. */
    void cancelNameless(String orderId, Interpreter rules) {
        var body = rest.codec()
                .encodeRequest(new Orders.Cancel(null, orderId, rules.market().symbol()));
        rest.send(
                Ask.cancel(body),
                (codec, text) -> text,
                new Reading<>(done -> {}, why -> Logger.warn("a cancel was not confirmed: {}", why.message())));
    }
}
