package makerdeck.backpack.server.base;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import makerdeck.backpack.wire.Orders;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderType;
import makerdeck.simulator.model.SelfTradePrevention;
import org.jspecify.annotations.Nullable;

/** Reads what a client asked for into an order; what cannot be read is refused in plain text. */
public final class OrderRequestParser {

    public static final String TYPE = "OrderExecutePayload";

    private static final Map<String, Side> SIDES = Map.of("Bid", Side.BID, "Ask", Side.ASK);
    private static final Map<String, OrderType> TYPES = Map.of("Limit", OrderType.LIMIT, "Market", OrderType.MARKET);
    private static final Map<String, TimeInForce> LIFETIMES =
            Map.of("GTC", TimeInForce.GTC, "IOC", TimeInForce.IOC, "FOK", TimeInForce.FOK);
    private static final Map<String, SelfTradePrevention> PREVENTIONS = Map.of(
            "RejectTaker", SelfTradePrevention.REJECT_TAKER,
            "RejectMaker", SelfTradePrevention.REJECT_MAKER,
            "RejectBoth", SelfTradePrevention.REJECT_BOTH);
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,28}(\\.[0-9]{1,28})?");

    private OrderRequestParser() {}

    public static String symbol(Orders.Execute order) throws RefusedCallException {
        var symbol = order.symbol();
        if (symbol == null) {
            throw missing("MarketSymbol");
        }
        if (!Symbols.isWellFormed(symbol)) {
            throw unreadable("MarketSymbol", "Invalid market symbol");
        }
        return symbol;
    }

    public static OrderRequest request(Orders.Execute order) throws RefusedCallException {
        var side = required("Side", SIDES, order.side());
        var type = required("OrderType", TYPES, order.orderType());
        var price = decimal(order.price());
        var request = new OrderRequest(
                side,
                type,
                type == OrderType.LIMIT ? price : null,
                decimal(order.quantity()),
                decimal(order.quoteQuantity()),
                clientId(order.clientId()),
                optional("TimeInForce", LIFETIMES, order.timeInForce(), TimeInForce.GTC),
                Boolean.TRUE.equals(order.postOnly()),
                optional(
                        "SelfTradePrevention",
                        PREVENTIONS,
                        order.selfTradePrevention(),
                        SelfTradePrevention.REJECT_TAKER));
        return request.redeeming(Boolean.TRUE.equals(order.autoLendRedeem()));
    }

    public static @Nullable ClientId clientId(@Nullable Long value) throws RefusedCallException {
        if (value == null) {
            return null;
        }
        if (value < 0 || value > 0xFFFF_FFFFL) {
            throw unreadable("uint32", "Only integers from 0 to 4294967295 are accepted.");
        }
        return new ClientId(value);
    }

    public static Side side(@Nullable String text) throws RefusedCallException {
        return required("Side", SIDES, text);
    }

    public static String text(SelfTradePrevention prevention) {
        return switch (prevention) {
            case REJECT_TAKER -> "RejectTaker";
            case REJECT_MAKER -> "RejectMaker";
            case REJECT_BOTH -> "RejectBoth";
        };
    }

    public static @Nullable BigDecimal decimal(@Nullable String text) throws RefusedCallException {
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw unreadable("string_decimal", "Invalid decimal");
        }
        return new BigDecimal(text);
    }

    private static <T> T required(String type, Map<String, T> choices, @Nullable String text)
            throws RefusedCallException {
        if (text == null) {
            throw missing(type);
        }
        var choice = choices.get(text);
        if (choice == null) {
            throw unreadable(type, "Expect a valid enumeration value.");
        }
        return choice;
    }

    private static <T> T optional(String type, Map<String, T> choices, @Nullable String text, T otherwise)
            throws RefusedCallException {
        return text == null ? otherwise : required(type, choices, text);
    }

    private static RefusedCallException missing(String type) {
        return refused("Type \"" + type + "\" expects an input value.");
    }

    private static RefusedCallException unreadable(String type, String why) {
        return refused("failed to parse \"" + type + "\": " + why);
    }

    private static RefusedCallException refused(String why) {
        return new RefusedCallException(Answer.badPayload(why + " (occurred while parsing \"" + TYPE + "\")"));
    }
}
