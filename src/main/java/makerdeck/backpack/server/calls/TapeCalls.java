package makerdeck.backpack.server.calls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Call;
import makerdeck.backpack.server.base.Endpoint;
import makerdeck.backpack.server.base.Intervals;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.server.base.WireText;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.backpack.wire.Markets;
import makerdeck.domain.Level;
import makerdeck.domain.MarketState;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.marketdata.CandleInterval;
import makerdeck.simulator.marketdata.DaySummary;
import makerdeck.simulator.marketdata.ExchangeCandle;
import makerdeck.simulator.matching.ThirdAsset;
import makerdeck.simulator.model.PublicTrade;
import org.jspecify.annotations.Nullable;

/** Public calls about the book and what traded. Venue thread only. */
public final class TapeCalls {

    private static final int WHOLE_BOOK = 5_000;
    private static final int MOST_TRADES = 1_000;
    private static final Map<String, Integer> DEPTH_LIMITS = Stream.of(5, 10, 20, 50, 100, 500, 1000)
            .collect(TreeMap::new, (map, limit) -> map.put(String.valueOf(limit), limit), TreeMap::putAll);
    private static final Map<String, Boolean> IS_WEEK = Map.of("1d", false, "1w", true);
    private static final Map<String, String> PRICE_TYPES = Map.of("Last", "Last", "Index", "Index", "Mark", "Mark");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long FARTHEST_SECONDS = Long.MAX_VALUE / SECOND;

    private final Exchange exchange;
    private final FaultInjector faults;
    private final WireText text;

    public TapeCalls(Exchange exchange, FaultInjector faults) {
        this.exchange = exchange;
        this.faults = faults;
        this.text = new WireText(exchange.market().rules());
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.open("/api/v1/depth", this::depth),
                Endpoint.open("/api/v1/ticker", this::ticker),
                Endpoint.open("/api/v1/tickers", this::tickers),
                Endpoint.open("/api/v1/trades", this::trades),
                Endpoint.historical("/api/v1/trades/history", this::trades),
                Endpoint.historical("/api/v1/klines", this::klines));
    }

    private Answer depth(Call call) throws RefusedCallException {
        var symbol = call.parameters().symbol();
        int limit = call.parameters().choice("limit", "DepthLimit", DEPTH_LIMITS, WHOLE_BOOK);
        MarketCalls.requireListed(exchange, symbol);
        if (exchange.market().rules().state() == MarketState.CLOSED) {
            return Answer.notFound();
        }
        var book = exchange.depth(limit);
        var bids = new ArrayList<>(levels(book.bids()));
        Collections.reverse(bids);
        return Answer.json(new Markets.DepthSnapshot(
                levels(book.asks()),
                bids,
                String.valueOf(faults.depthNumbers().told(book.updateId())),
                WireText.micros(exchange.now())));
    }

    private List<List<String>> levels(List<Level> levels) {
        return levels.stream()
                .map(level -> List.of(text.trimmed(level.price()), text.trimmed(level.quantity())))
                .toList();
    }

    private Answer ticker(Call call) throws RefusedCallException {
        var symbol = call.parameters().symbol();
        var third = exchange.thirdAsset();
        if (third.symbol().equals(symbol)) {
            return Answer.json(still(third));
        }
        MarketCalls.requireListed(exchange, symbol);
        return summary(call).map(each -> Answer.json(ticker(each))).orElse(Answer.noContent());
    }

    /** A market that is listed and not traded here: its price stands still. */
    private static Markets.Ticker still(ThirdAsset third) {
        var price = WireText.trimmed(third.price());
        return new Markets.Ticker(price, price, price, price, "0", "0", "0", third.symbol(), "0", "0");
    }

    private Answer tickers(Call call) throws RefusedCallException {
        return Answer.json(summary(call).stream().map(this::ticker).toList());
    }

    private Optional<DaySummary> summary(Call call) throws RefusedCallException {
        var week = call.parameters().choice("interval", "TickerInterval", IS_WEEK, false);
        return week ? lastWeek() : exchange.lastDay();
    }

    private Optional<DaySummary> lastWeek() {
        long now = exchange.now();
        return exchange.candles(CandleInterval.HOUR_1, now - Duration.ofDays(7).toNanos(), now + 1).stream()
                .flatMap(candle -> summary(candle).stream())
                .reduce(TapeCalls::join);
    }

    private static Optional<DaySummary> summary(ExchangeCandle candle) {
        if (candle.open() == null || candle.close() == null || candle.high() == null || candle.low() == null) {
            return Optional.empty();
        }
        return Optional.of(new DaySummary(
                candle.open(),
                candle.close(),
                candle.high(),
                candle.low(),
                candle.volume(),
                candle.quoteVolume(),
                candle.trades()));
    }

    private static DaySummary join(DaySummary earlier, DaySummary later) {
        return new DaySummary(
                earlier.first(),
                later.last(),
                earlier.high().compareTo(later.high()) > 0 ? earlier.high() : later.high(),
                earlier.low().compareTo(later.low()) < 0 ? earlier.low() : later.low(),
                earlier.volume().plus(later.volume()),
                earlier.quoteVolume().add(later.quoteVolume()),
                earlier.trades() + later.trades());
    }

    private Markets.Ticker ticker(DaySummary summary) {
        var rules = exchange.market().rules();
        var first = rules.decimal(summary.first());
        var change = rules.decimal(summary.last()).subtract(first);
        return new Markets.Ticker(
                text.trimmed(summary.first()),
                text.trimmed(summary.high()),
                text.trimmed(summary.last()),
                text.trimmed(summary.low()),
                WireText.trimmed(change),
                first.signum() == 0 ? "N/A" : WireText.trimmed(change.divide(first, 6, RoundingMode.HALF_EVEN)),
                WireText.trimmed(summary.quoteVolume()),
                rules.symbol(),
                String.valueOf(summary.trades()),
                text.trimmed(summary.volume()));
    }

    private Answer trades(Call call) throws RefusedCallException {
        var parameters = call.parameters();
        var symbol = parameters.symbol();
        long limit = parameters.number("limit", 100, 1, MOST_TRADES);
        long offset = parameters.number("offset", 0, 0, Integer.MAX_VALUE);
        MarketCalls.requireListed(exchange, symbol);
        return Answer.json(exchange.recentTrades(MOST_TRADES).stream()
                .skip(offset)
                .limit(limit)
                .map(this::trade)
                .toList());
    }

    private Markets.Trade trade(PublicTrade trade) {
        BigDecimal value = exchange.market().rules().notional(trade.price(), trade.quantity());
        return new Markets.Trade(
                trade.id(),
                trade.taker() == Side.ASK,
                text.trimmed(trade.price()),
                text.trimmed(trade.quantity()),
                WireText.trimmed(value),
                WireText.millis(trade.atNanos()));
    }

    private Answer klines(Call call) throws RefusedCallException {
        var parameters = call.parameters();
        var symbol = parameters.symbol();
        parameters.required("interval", "KlineInterval");
        var interval = parameters.choice("interval", "KlineInterval", Intervals.BY_NAME, CandleInterval.MINUTE_1);
        parameters.required("startTime", "integer");
        long start = parameters.number("startTime", 0, 0, FARTHEST_SECONDS);
        long end = parameters.number("endTime", FARTHEST_SECONDS, 0, FARTHEST_SECONDS);
        parameters.choice("priceType", "KlinePriceType", PRICE_TYPES, "Last");
        MarketCalls.requireListed(exchange, symbol);
        return Answer.json(
                exchange.candles(interval, start * SECOND, Math.min(end * SECOND, exchange.now() + 1)).stream()
                        .map(this::kline)
                        .toList());
    }

    private Markets.Kline kline(ExchangeCandle candle) {
        return new Markets.Kline(
                price(candle.close()),
                WireText.spacedSeconds(candle.endNanos()),
                price(candle.high()),
                price(candle.low()),
                price(candle.open()),
                WireText.trimmed(candle.quoteVolume()),
                WireText.spacedSeconds(candle.startNanos()),
                String.valueOf(candle.trades()),
                text.trimmed(candle.volume()));
    }

    private @Nullable String price(@Nullable Price price) {
        return price == null ? null : text.trimmed(price);
    }
}
