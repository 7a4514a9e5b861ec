package makerdeck.engine.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.engine.log.Texts;
import makerdeck.journal.Entry;
import makerdeck.message.Message;

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

    /** A fill, and the mids after it as far as they are known. */
    private record Marked(Fill fill, Map<Integer, BigDecimal> mids) {}

    private record Waiting(Marked marked, Instant due) {}

    private static final Duration SHOWN = Duration.ofSeconds(5);
    private static final Set<Integer> TOLD = Set.of(1, 5, 30, 60);

    /** The market that much later is another one. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private final List<Horizon> horizons = Entry.MarkedOut.SECONDS.stream()
            .map(seconds -> new Horizon(Duration.ofSeconds(seconds)))
            .toList();
    private final Horizon last = horizons.get(horizons.size() - 1);
    private final BiConsumer<Fill, BigDecimal> shown;
    private final BiConsumer<Fill, Map<Integer, BigDecimal>> known;

    /**
     * @param shown told of each fill's markout after 5 s, in % of its price
     * @param known told of the mids after each fill, by seconds, once all that can be known is
     */
    Markouts(BiConsumer<Fill, BigDecimal> shown, BiConsumer<Fill, Map<Integer, BigDecimal>> known) {
        this.shown = shown;
        this.known = known;
    }

    void filled(Fill fill, Instant now) {
        var marked = new Marked(fill, new HashMap<>());
        horizons.forEach(horizon -> horizon.waiting.addLast(new Waiting(marked, now.plus(horizon.length))));
    }

    /** No more will be known. */
    void end() {
        while (!last.waiting.isEmpty()) {
            tell(last.waiting.removeFirst().marked());
        }
    }

    private void tell(Marked marked) {
        if (!marked.mids.isEmpty()) {
            known.accept(marked.fill, marked.mids);
        }
    }

    void measure(Instant now, BigDecimal mid) {
        for (var horizon : horizons) {
            while (!horizon.waiting.isEmpty()
                    && !horizon.waiting.getFirst().due().isAfter(now)) {
                var waiting = horizon.waiting.removeFirst();
                measure(horizon, waiting.marked().fill(), mid);
                if (!now.isAfter(waiting.due().plus(LATE))) {
                    waiting.marked().mids().put((int) horizon.length.toSeconds(), mid);
                }
                if (horizon == last) {
                    tell(waiting.marked());
                }
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
    List<Message> lines(Market rules) {
        var lines = new ArrayList<Message>();
        for (var horizon : horizons) {
            if (!TOLD.contains((int) horizon.length.toSeconds())) {
                continue;
            }
            lines.add(Message.of(
                    "engine.report.markout-after",
                    horizon.length.toSeconds(),
                    Texts.signed(horizon.bids, rules.decimals(horizon.bids, 2)),
                    Texts.signed(horizon.asks, rules.decimals(horizon.asks, 2))));
        }
        return lines;
    }
}
