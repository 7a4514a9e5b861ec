package makerdeck.backpack.client.calls;

import java.util.ArrayList;
import java.util.List;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.wire.Orders;
import makerdeck.backpack.wire.Row;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.venue.OddOrder;
import org.jspecify.annotations.Nullable;

/**
 * A listing of open orders, row by row: whatever is listed rests, and what of it is not understood is told beside it.
 * Immutable.
 */
public record OpenOrderList(List<Order> orders, List<OddOrder> odd) {

    public static OpenOrderList of(WireDecoder rules, List<Row<Orders.Order>> rows) {
        var orders = new ArrayList<Order>();
        var odd = new ArrayList<OddOrder>();
        for (var row : rows) {
            if (isOf(rules.market().symbol(), row)) {
                take(rules, row, orders, odd);
            }
        }
        return new OpenOrderList(orders, odd);
    }

    /** Whether it may be an order of this market: we have asked for no other. */
    public static boolean isOf(String symbol, Row<Orders.Order> row) {
        var message = row.message();
        var named = message == null ? row.member("symbol") : message.symbol();
        return named == null || symbol.equals(named);
    }

    /** Who it is, as far as that can be read. */
    public static RestingOrder who(Row<Orders.Order> row) {
        var message = row.message();
        if (message != null) {
            return new RestingOrder(name(message.id()), WireDecoder.clientId(message.clientId()));
        }
        var number = WireDecoder.number(row.member("clientId"));
        return new RestingOrder(
                name(row.member("id")),
                WireDecoder.clientId(number),
                row.members().isEmpty() || row.has("clientId") && number == null);
    }

    private static @Nullable String name(@Nullable String id) {
        return id == null || id.isBlank() ? null : id;
    }

    private static void take(WireDecoder rules, Row<Orders.Order> row, List<Order> orders, List<OddOrder> odd) {
        var message = row.message();
        if (message == null) {
            odd.add(odd(row, Message.plain(row.trouble())));
            return;
        }
        try {
            var order = rests(rules.order(message));
            orders.add(order);
            if (order.status() == OrderStatus.UNCLEAR) {
                odd.add(odd(row, Message.of("client.answer.state", message.status())));
            }
        } catch (DecodeException e) {
            odd.add(odd(row, e.said()));
        }
    }

    /** What is listed as open is not finished, whatever it is called. */
    private static Order rests(Order order) {
        return switch (order.status()) {
            case NEW, PARTIALLY_FILLED, DORMANT, UNCLEAR -> order;
            case FILLED, CANCELLED, EXPIRED -> order.as(OrderStatus.UNCLEAR);
        };
    }

    private static OddOrder odd(Row<Orders.Order> row, Message trouble) {
        var who = who(row);
        return new OddOrder(who.id(), who.clientId(), who.isAnybodys(), side(row), trouble);
    }

    private static @Nullable Side side(Row<Orders.Order> row) {
        var message = row.message();
        try {
            return WireDecoder.side(message == null ? row.member("side") : message.side());
        } catch (DecodeException unknown) {
            return null;
        }
    }
}
