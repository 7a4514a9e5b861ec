package makerdeck.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import makerdeck.domain.Price;

/** What has traded: the last price, recent trades and candles. */
final class Tape {

    private static final int RECENT = 1_000;

    private final Deque<PublicTrade> recent = new ArrayDeque<>();
    private final Candles candles;
    private final Consumer<PublicTrade> printed;
    private Price lastPrice;

    Tape(Candles candles, Price startPrice, Consumer<PublicTrade> printed) {
        this.candles = candles;
        this.printed = printed;
        this.lastPrice = startPrice;
    }

    void print(PublicTrade trade) {
        lastPrice = trade.price();
        recent.addFirst(trade);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
        candles.add(trade);
        printed.accept(trade);
    }

    Price lastPrice() {
        return lastPrice;
    }

    List<PublicTrade> recent(int limit) {
        return recent.stream().limit(limit).toList();
    }
}
