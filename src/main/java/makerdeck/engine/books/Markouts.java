package makerdeck.engine.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.engine.log.Texts;
import makerdeck.journal.Entry;
import makerdeck.message.Message;
import makerdeck.strategy.curve.FillCurve;
import makerdeck.strategy.curve.WeightedMean;
import makerdeck.strategy.signals.Regime;

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

    /** A fill, and the mids after it as far as they are known. {@code layer}: 0 when it was of none. */
    private record Marked(Fill fill, int layer, Optional<Regime> regime, Map<Integer, BigDecimal> mids) {}

    private record Waiting(Marked marked, Instant due) {}

    private static final Duration SHOWN = Duration.ofSeconds(5);
    private static final Duration JUDGED = FillCurve.AFTER;
    private static final Set<Integer> TOLD = Set.of(1, 5, 30, 60);

    /** The market that much later is another one. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private final List<Horizon> horizons = Entry.MarkedOut.SECONDS.stream()
            .map(seconds -> new Horizon(Duration.ofSeconds(seconds)))
            .toList();
    private final Map<Side, WeightedMean> sides = new EnumMap<>(Side.class);
    private final Map<Integer, WeightedMean> layers = new TreeMap<>();
    private final Map<Regime, WeightedMean> regimes = new EnumMap<>(Regime.class);
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

    /** {@code layer}: of the quote it filled, 0 when it was none. */
    void filled(Fill fill, int layer, Optional<Regime> regime, Instant now) {
        var marked = new Marked(fill, layer, regime, new HashMap<>());
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
                measure(horizon, waiting.marked(), mid);
                if (!now.isAfter(waiting.due().plus(LATE))) {
                    waiting.marked().mids().put((int) horizon.length.toSeconds(), mid);
                }
                if (horizon == last) {
                    tell(waiting.marked());
                }
            }
        }
    }

    private void measure(Horizon horizon, Marked marked, BigDecimal mid) {
        var fill = marked.fill();
        var price = fill.price();
        var move = mid.subtract(price).multiply(BigDecimal.valueOf(fill.side().sign()));
        var value = move.multiply(fill.quantity());
        if (fill.side() == Side.BID) {
            horizon.bids = horizon.bids.add(value);
        } else {
            horizon.asks = horizon.asks.add(value);
        }
        if (horizon.length.equals(JUDGED)) {
            judge(marked, value.doubleValue(), price.multiply(fill.quantity()).doubleValue());
        }
        if (horizon.length.equals(SHOWN)) {
            shown.accept(fill, move.multiply(BigDecimal.valueOf(100)).divide(price, 4, RoundingMode.HALF_EVEN));
        }
    }

    private void judge(Marked marked, double gain, double worth) {
        sides.merge(marked.fill().side(), WeightedMean.NONE.plus(gain, worth), (all, one) -> all.plus(gain, worth));
        if (marked.layer() > 0) {
            layers.merge(marked.layer(), WeightedMean.NONE.plus(gain, worth), (all, one) -> all.plus(gain, worth));
        }
        marked.regime()
                .ifPresent(regime -> regimes.merge(
                        regime, WeightedMean.NONE.plus(gain, worth), (all, one) -> all.plus(gain, worth)));
    }

    /** In basis points after 30 s, by side, layer and regime: {@code bids +3.1 [0.9..5.3] n12}. */
    List<Message> judged() {
        var told = new ArrayList<Message>();
        sides.forEach((side, mean) -> told.add(judged(Texts.quotes(side), mean)));
        layers.forEach((layer, mean) -> told.add(judged(Message.of("engine.report.layer", layer), mean)));
        regimes.forEach((regime, mean) -> told.add(judged(regime.text(), mean)));
        return told;
    }

    private static Message judged(Message name, WeightedMean mean) {
        var points = mean.basisPoints();
        return Double.isNaN(points.low())
                ? Message.of("engine.report.judged-few", name, points(points.value()), mean.fills())
                : Message.of(
                        "engine.report.judged",
                        name,
                        points(points.value()),
                        points(points.low()),
                        points(points.high()),
                        mean.fills());
    }

    private static String points(double value) {
        return Texts.signed(BigDecimal.valueOf(value), 1);
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
