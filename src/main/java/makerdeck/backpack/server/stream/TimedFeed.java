package makerdeck.backpack.server.stream;

import java.time.Duration;
import java.util.List;
import makerdeck.backpack.server.base.Intervals;
import makerdeck.backpack.server.base.Topic;
import makerdeck.simulator.Exchange;

/** Tells the sockets what is due by time and not by event: digests, candles, tickers. Venue thread only. */
public final class TimedFeed {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Exchange exchange;
    private final SubscriptionHub hub;
    private final FrameMessages messages;
    private final Topic ticker;
    private final List<DepthBatcher> digests;
    private final List<CandleFeed> candles;
    private long nextSecond;

    public TimedFeed(Exchange exchange, SubscriptionHub hub, FrameMessages messages, List<DepthBatcher> digests) {
        this.exchange = exchange;
        this.hub = hub;
        this.messages = messages;
        this.digests = digests;
        ticker = Topic.open("ticker." + exchange.market().rules().symbol());
        candles = Intervals.BY_NAME.keySet().stream()
                .sorted()
                .map(name -> new CandleFeed(name, exchange, hub, messages))
                .toList();
    }

    public void tick(long now) {
        digests.forEach(batcher -> batcher.tick(now));
        if (now >= nextSecond) {
            nextSecond = now - now % SECOND + SECOND;
            candles.forEach(feed -> feed.tick(now));
            if (hub.isWanted(ticker)) {
                exchange.lastDay().ifPresent(day -> hub.publish(ticker, () -> messages.ticker(day, now)));
            }
        }
    }
}
