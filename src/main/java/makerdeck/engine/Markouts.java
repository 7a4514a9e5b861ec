package makerdeck.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.words.Words;

/**
 * What the market did after our fills: side * (mid later - price) * quantity, in the quote asset.
 *
 * <p>Engine thread only.
 */
final class Markouts {

    /** Sum over all fills of a side that are old enough. */
    private static final class Horizon {
        private final Duration length;
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private BigDecimal bids = BigDecimal.ZERO;
        private BigDecimal asks = BigDecimal.ZERO;

        private Horizon(Duration length) {
            this.length = length;
        }
    }

    private record Waiting(Fill fill, Instant due) {}

    private static final Duration SHOWN = Duration.ofSeconds(5);

    private final List<Horizon> horizons = List.of(
            new Horizon(Duration.ofSeconds(1)),
            new Horizon(SHOWN),
            new Horizon(Duration.ofSeconds(30)),
            new Horizon(Duration.ofSeconds(60)));
    private final BiConsumer<Fill, BigDecimal> shown;

    /** @param shown told of each fill's markout after 5 s, in % of its price */
    Markouts(BiConsumer<Fill, BigDecimal> shown) {
        this.shown = shown;
    }

    void filled(Fill fill, Instant now) {
        horizons.forEach(horizon -> horizon.waiting.addLast(new Waiting(fill, now.plus(horizon.length))));
    }

    void measure(Instant now, BigDecimal mid) {
        for (var horizon : horizons) {
            while (!horizon.waiting.isEmpty()
                    && !horizon.waiting.getFirst().due().isAfter(now)) {
                measure(horizon, horizon.waiting.removeFirst().fill(), mid);
            }
        }
    }

    private void measure(Horizon horizon, Fill fill, BigDecimal mid) {
        var price = fill.price();
        var move = mid.subtract(price).multiply(BigDecimal.valueOf(fill.side().sign()));
        var value = move.multiply(fill.quantity());
        if (fill.side() == Side.BID) {
            horizon.bids = horizon.bids.add(value);
        } else {
            horizon.asks = horizon.asks.add(value);
        }
        if (horizon.length.equals(SHOWN)) {
            shown.accept(fill, move.multiply(BigDecimal.valueOf(100)).divide(price, 4, RoundingMode.HALF_EVEN));
        }
    }

    /** For the operator: {@code 1s +0.12/-0.03 ...}, bids first. */
    String text(Market market) {
        var text = new StringBuilder();
        for (var horizon : horizons) {
            text.append(text.isEmpty() ? "" : "  ")
                    .append(Words.say(
                            "engine.report.markout-after",
                            horizon.length.toSeconds(),
                            Texts.signed(horizon.bids, market.decimals(horizon.bids, 2)),
                            Texts.signed(horizon.asks, market.decimals(horizon.asks, 2))));
        }
        return text.toString();
    }
}
