package makerdeck.backpack.server.stream;

import java.util.List;
import java.util.function.LongSupplier;
import makerdeck.backpack.server.base.OrderRequestParser;
import makerdeck.backpack.server.base.WireText;
import makerdeck.backpack.server.calls.OrderMessages;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.backpack.wire.OrderUpdate;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Balance;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.simulator.marketdata.DaySummary;
import makerdeck.simulator.marketdata.ExchangeCandle;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.OrderType;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.PublicTrade;
import org.jspecify.annotations.Nullable;

/** What happens on the exchange as socket frames carry it. */
public final class FrameMessages {

    private final Market rules;
    private final WireText text;
    private final LongSupplier wallNanos;
    private final FaultInjector faults;

    public FrameMessages(Market rules, LongSupplier wallNanos, FaultInjector faults) {
        this.faults = faults;
        this.rules = rules;
        this.text = new WireText(rules);
        this.wallNanos = wallNanos;
    }

    /** Microseconds at which a frame goes out: never before what it tells. */
    private long sentAt(long atNanos) {
        return WireText.micros(Math.max(atNanos, wallNanos.getAsLong()));
    }

    StreamData depth(DepthUpdate update) {
        return new StreamData.Depth(
                sentAt(update.atNanos()),
                WireText.micros(update.atNanos()),
                update.firstId(),
                levels(update.asks()),
                levels(update.bids()),
                "depth",
                rules.symbol(),
                update.lastId());
    }

    private List<List<String>> levels(List<Level> levels) {
        return levels.stream()
                .map(level -> List.of(text.padded(level.price()), text.padded(level.quantity())))
                .toList();
    }

    /** @param updateId the number of the update that goes out under it */
    StreamData bookTicker(BookTop top, long updateId) {
        var ask = top.ask();
        var bid = top.bid();
        return new StreamData.BookTicker(
                ask == null ? null : text.padded(ask.quantity()),
                bid == null ? null : text.padded(bid.quantity()),
                sentAt(top.atNanos()),
                WireText.micros(top.atNanos()),
                ask == null ? null : text.padded(ask.price()),
                bid == null ? null : text.padded(bid.price()),
                "bookTicker",
                rules.symbol(),
                updateId);
    }

    StreamData trade(PublicTrade trade) {
        return new StreamData.Trade(
                sentAt(trade.atNanos()),
                WireText.micros(trade.atNanos()),
                String.valueOf(trade.sellOrderId()),
                String.valueOf(trade.buyOrderId()),
                "trade",
                trade.taker() == Side.ASK,
                text.padded(trade.price()),
                text.padded(trade.quantity()),
                rules.symbol(),
                trade.id());
    }

    StreamData ticker(DaySummary day, long now) {
        return new StreamData.Ticker(
                sentAt(now),
                WireText.trimmed(day.quoteVolume()),
                text.trimmed(day.last()),
                "ticker",
                text.trimmed(day.high()),
                text.trimmed(day.low()),
                day.trades(),
                text.trimmed(day.first()),
                rules.symbol(),
                text.trimmed(day.volume()));
    }

    StreamData kline(ExchangeCandle candle, boolean closed, long now) {
        return new StreamData.Kline(
                sentAt(now),
                WireText.isoSeconds(candle.endNanos()),
                closed,
                price(candle.close()),
                "kline",
                price(candle.high()),
                price(candle.low()),
                candle.trades(),
                price(candle.open()),
                rules.symbol(),
                WireText.isoSeconds(candle.startNanos()),
                text.padded(candle.volume()));
    }

    private @Nullable String price(@Nullable Price price) {
        return price == null ? null : text.padded(price);
    }

    StreamData balance(String asset, Balance balance, long atNanos) {
        return new StreamData.BalanceUpdate(
                WireText.trimmed(balance.available()),
                sentAt(atNanos),
                WireText.trimmed(balance.locked()),
                "0",
                WireText.micros(atNanos),
                asset,
                "balanceUpdate");
    }

    /** @param fill null unless the event is a fill */
    StreamData order(String event, OrderView order, @Nullable Execution fill, long atNanos) {
        return new OrderUpdate(
                sentAt(atNanos),
                fill == null ? null : text.padded(fill.price()),
                fill == null ? null : fill.feeAsset(),
                "USER",
                quote(order),
                order.expiry() == null ? null : OrderMessages.text(order.expiry()),
                WireText.side(order.side()),
                WireText.micros(atNanos),
                OrderRequestParser.text(order.selfTradePrevention()),
                OrderMessages.status(faults.told(order.status())),
                text.cumulative(order.executedQuote()),
                OrderMessages.number(order.clientId()),
                event,
                null,
                order.timeInForce().name(),
                String.valueOf(order.id()),
                fill == null ? null : text.padded(fill.quantity()),
                fill == null ? null : fill.maker(),
                fill == null ? null : WireText.trimmed(fill.fee()),
                order.type().name(),
                price(order.price()),
                order.quantity() == null ? null : text.padded(order.quantity()),
                false,
                rules.symbol(),
                fill == null ? null : fill.tradeId(),
                order.postOnly() ? true : null,
                text.cumulative(order.executed()));
    }

    /** What a limit order is worth, or what a market order was given or has spent. */
    private String quote(OrderView order) {
        var price = order.price();
        var quantity = order.quantity();
        if (order.type() == OrderType.LIMIT && price != null && quantity != null) {
            return rules.notional(price, quantity).toPlainString();
        }
        var asked = order.quoteQuantity();
        return asked == null
                ? OrderMessages.roundedUp(order.executedQuote(), rules.tickSize())
                        .toPlainString()
                : asked.toPlainString();
    }
}
