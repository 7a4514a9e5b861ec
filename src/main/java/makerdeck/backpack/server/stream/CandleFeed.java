package makerdeck.backpack.server.stream;

import java.time.Duration;
import java.util.Objects;
import makerdeck.backpack.server.base.Intervals;
import makerdeck.backpack.server.base.Topic;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.marketdata.CandleInterval;
import makerdeck.simulator.marketdata.ExchangeCandle;
import org.jspecify.annotations.Nullable;

/** One kline stream: the running candle when it changed, and each candle once more when it closed. Venue thread only. */
final class CandleFeed {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Topic topic;
    private final CandleInterval interval;
    private final Exchange exchange;
    private final SubscriptionHub hub;
    private final FrameMessages messages;
    private @Nullable ExchangeCandle last;
    private boolean lastWasClosed;

    CandleFeed(String name, Exchange exchange, SubscriptionHub hub, FrameMessages messages) {
        this.topic =
                Topic.open("kline." + name + "." + exchange.market().rules().symbol());
        this.interval = Objects.requireNonNull(Intervals.BY_NAME.get(name));
        this.exchange = exchange;
        this.hub = hub;
        this.messages = messages;
    }

    /** Once a second. */
    void tick(long now) {
        if (!hub.isWanted(topic)) {
            last = null;
            return;
        }
        long from = last == null ? interval.startOf(now - SECOND) : last.startNanos();
        for (var candle : exchange.candles(interval, from, now + 1)) {
            var closed = candle.endNanos() <= now;
            if (candle.trades() > 0 && (!candle.equals(last) || closed != lastWasClosed)) {
                hub.publish(topic, () -> messages.kline(candle, closed, now));
            }
            last = candle;
            lastWasClosed = closed;
        }
    }
}
