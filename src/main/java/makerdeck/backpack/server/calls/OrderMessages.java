package makerdeck.backpack.server.calls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import makerdeck.backpack.server.base.OrderRequestParser;
import makerdeck.backpack.server.base.WireText;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.backpack.wire.Orders;
import makerdeck.domain.ClientId;
import makerdeck.domain.Market;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.Expiry;
import makerdeck.simulator.model.OrderType;
import makerdeck.simulator.model.OrderView;
import org.jspecify.annotations.Nullable;

/** Orders and fills as REST answers them. Immutable. */
public final class OrderMessages {

    private final Market rules;
    private final FaultInjector faults;
    private final WireText text;

    OrderMessages(Market rules, FaultInjector faults) {
        this.rules = rules;
        this.faults = faults;
        this.text = new WireText(rules);
    }

    Orders.Order order(OrderView order) {
        var isLimit = order.type() == OrderType.LIMIT;
        return new Orders.Order(
                number(order.clientId()),
                WireText.millis(order.createdAtNanos()),
                text.trimmed(order.executed()),
                WireText.trimmed(order.executedQuote()),
                String.valueOf(order.id()),
                type(order),
                isLimit ? order.postOnly() : null,
                price(order.price()),
                quantity(order.quantity()),
                isLimit ? null : quoteOfMarketOrder(order),
                null,
                null,
                OrderRequestParser.text(order.selfTradePrevention()),
                WireText.side(order.side()),
                status(faults.told(order.status())),
                null,
                null,
                null,
                null,
                rules.symbol(),
                null,
                null,
                null,
                order.timeInForce().name(),
                null,
                null,
                null,
                null);
    }

    Orders.HistoryOrder history(OrderView order) {
        var isLimit = order.type() == OrderType.LIMIT;
        return new Orders.HistoryOrder(
                number(order.clientId()),
                WireText.isoMillis(order.createdAtNanos()),
                text.trimmed(order.executed()),
                WireText.trimmed(order.executedQuote()),
                order.expiry() == null ? null : text(order.expiry()),
                String.valueOf(order.id()),
                type(order),
                isLimit ? order.postOnly() : null,
                price(order.price()),
                quantity(order.quantity()),
                isLimit ? quoteOfLimitOrder(order) : quoteOfMarketOrder(order),
                OrderRequestParser.text(order.selfTradePrevention()),
                WireText.side(order.side()),
                null,
                null,
                status(faults.told(order.status())),
                null,
                null,
                null,
                null,
                rules.symbol(),
                null,
                null,
                null,
                null,
                order.timeInForce().name(),
                null,
                null,
                null);
    }

    Orders.Fill fill(Execution fill) {
        return new Orders.Fill(
                fill.clientId() == null ? null : String.valueOf(fill.clientId().value()),
                WireText.trimmed(fill.fee()),
                fill.feeAsset(),
                fill.maker(),
                String.valueOf(fill.orderId()),
                text.trimmed(fill.price()),
                text.trimmed(fill.quantity()),
                WireText.side(fill.side()),
                rules.symbol(),
                null,
                WireText.isoMillis(fill.atNanos()),
                fill.tradeId());
    }

    public static String status(OrderStatus status) {
        return switch (status) {
            case NEW -> "New";
            case PARTIALLY_FILLED -> "PartiallyFilled";
            case FILLED -> "Filled";
            case CANCELLED -> "Cancelled";
            case EXPIRED -> "Expired";
            case DORMANT -> "TriggerPending";
            case UNCLEAR -> "Working";
        };
    }

    public static String text(Expiry expiry) {
        return switch (expiry) {
            case IMMEDIATE_OR_CANCEL -> "ImmediateOrCancel";
            case INSUFFICIENT_LIQUIDITY -> "InsufficientLiquidity";
            case PRICE_IMPACT -> "PriceImpact";
            case SELF_TRADE_PREVENTION -> "SelfTradePrevention";
        };
    }

    /** What was asked for in quote, or what was spent, rounded up to a tick as the exchange shows it. */
    private String quoteOfMarketOrder(OrderView order) {
        var asked = order.quoteQuantity();
        return WireText.trimmed(asked == null ? roundedUp(order.executedQuote(), rules.tickSize()) : asked);
    }

    private String quoteOfLimitOrder(OrderView order) {
        var price = order.price();
        var quantity = order.quantity();
        return price == null || quantity == null ? "0" : WireText.trimmed(rules.notional(price, quantity));
    }

    public static BigDecimal roundedUp(BigDecimal value, BigDecimal unit) {
        return value.divide(unit, 0, RoundingMode.CEILING).multiply(unit);
    }

    public static @Nullable Long number(@Nullable ClientId clientId) {
        return clientId == null ? null : clientId.value();
    }

    private static String type(OrderView order) {
        return order.type() == OrderType.LIMIT ? "Limit" : "Market";
    }

    private @Nullable String price(@Nullable Price price) {
        return price == null ? null : text.trimmed(price);
    }

    private @Nullable String quantity(@Nullable Quantity quantity) {
        return quantity == null ? null : text.trimmed(quantity);
    }
}
