package makerdeck.simulator.marketdata;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import makerdeck.domain.Price;
import makerdeck.simulator.model.PublicTrade;

/** What has traded: the last price, recent trades and candles. */
public final class TradeTape {

    private static final int RECENT = 1_000;

    private final Deque<PublicTrade> recent = new ArrayDeque<>();
    private final Candles candles;
    private final Consumer<PublicTrade> printed;
    private Price lastPrice;

    public TradeTape(Candles candles, Price startPrice, Consumer<PublicTrade> printed) {
        this.candles = candles;
        this.printed = printed;
        this.lastPrice = startPrice;
    }

    public void print(PublicTrade trade) {
        lastPrice = trade.price();
        recent.addFirst(trade);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
        candles.add(trade);
        printed.accept(trade);
    }

    public Price lastPrice() {
        return lastPrice;
    }

    public List<PublicTrade> recent(int limit) {
        return recent.stream().limit(limit).toList();
    }
}
