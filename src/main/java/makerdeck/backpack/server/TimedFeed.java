package makerdeck.backpack.server;

import java.time.Duration;
import java.util.List;
import makerdeck.simulator.Exchange;

/** Tells the sockets what is due by time and not by event: digests, candles, tickers. Venue thread only. */
final class TimedFeed {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Exchange exchange;
    private final Hub hub;
    private final FrameMessages messages;
    private final Topic ticker;
    private final List<DepthDigest> digests;
    private final List<CandleFeed> candles;
    private long nextSecond;

    TimedFeed(Exchange exchange, Hub hub, FrameMessages messages, List<DepthDigest> digests) {
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

    void tick(long now) {
        digests.forEach(digest -> digest.tick(now));
        if (now >= nextSecond) {
            nextSecond = now - now % SECOND + SECOND;
            candles.forEach(feed -> feed.tick(now));
            if (hub.isWanted(ticker)) {
                exchange.lastDay().ifPresent(day -> hub.publish(ticker, () -> messages.ticker(day, now)));
            }
        }
    }
}
