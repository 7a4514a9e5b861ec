package makerdeck.engine.orders;

import java.util.List;
import java.util.stream.Stream;
import makerdeck.domain.Market;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.message.Message;
import makerdeck.venue.OddOrder;

/**
 * Orders of ours that may rest on the venue, in words for the operator. Immutable.
 *
 * @param advice how to be rid of them by hand
 */
public record RestingOrders(List<Message> lines, Message advice) {

    public RestingOrders {
        lines = List.copyOf(lines);
    }

    public static RestingOrders of(
            ClientIdAllocator ids, MarketData market, OrderTracker tracker, UnreadableOrders unreadable) {
        var known = tracker.live().stream().map(order -> line(order, market.rules()));
        var odd = unreadable.perhapsOurs(ids, tracker).stream().map(RestingOrders::line);
        var lines = Stream.concat(known, odd).toList();
        return new RestingOrders(
                lines,
                market.knownRules()
                        .map(rules -> Message.of("engine.resting.advice-for", rules.symbol()))
                        .orElseGet(() -> Message.of("engine.resting.advice")));
    }

    /** {@code B1 bid 2.50 @ 148.17 OPEN clientId 12 id 345}, the venue's number only when it is known. */
    private static Message line(ManagedOrder order, Market rules) {
        var line = shown(order, rules);
        return order.orderId() == null ? line : Message.of("engine.resting.order-id", line, order.orderId());
    }

    /** An order that is listed in words nobody knows. */
    private static Message line(OddOrder order) {
        var id = order.orderId();
        return id == null
                ? Message.of("engine.resting.odd", order.trouble())
                : Message.of("engine.resting.order-id", Message.of("engine.resting.odd", order.trouble()), id);
    }

    /** {@code B1 bid 2.50 @ 148.17 OPEN clientId 12}. */
    public static Message shown(ManagedOrder order, Market rules) {
        return Message.of(
                "engine.resting.order",
                order.tag(),
                order.text(rules),
                Texts.state(order.stage()),
                order.clientId().value());
    }
}
