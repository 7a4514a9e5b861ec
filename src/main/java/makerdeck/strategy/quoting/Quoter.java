package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.parameters.Rule;
import org.jspecify.annotations.Nullable;

/** Turns a situation into the quotes we want. Pure: the same situation gives the same quotes. */
public final class Quoter {

    private static final MathContext PRECISE = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Situation situation;
    private final Market market;
    private final Parameters parameters;
    private final Touch touch;
    private final BigDecimal mid;
    private final Spread spread;
    private final BigDecimal ratio;
    private final BigDecimal reference;
    private final BigDecimal bidHalf;
    private final BigDecimal askHalf;

    private Quoter(Situation situation, Touch touch) {
        this.situation = situation;
        this.market = situation.market();
        this.parameters = situation.parameters();
        this.touch = touch;
        this.mid = touch.mid(market);
        this.spread = Spread.of(parameters, situation.fees(), situation.volatility());
        this.ratio = InventoryRatio.of(situation.balances(), mid).ratio();
        this.reference = mid.multiply(
                BigDecimal.ONE.subtract(parameters.skew().multiply(pressure()).multiply(spread.half(), PRECISE)));
        this.bidHalf = spread.half().multiply(situation.widening().bid().factor());
        this.askHalf = spread.half().multiply(situation.widening().ask().factor());
    }

    /** The quotes we want; a side that cannot be quoted is empty and says why. */
    public static Quotes quotes(Situation situation) {
        var state = situation.market().state();
        if (state == MarketState.CLOSED || state == MarketState.CANCEL_ONLY) {
            return Quotes.none(Message.of("strategy.side.market." + state.name().toLowerCase(Locale.ROOT)));
        }
        return Touch.of(situation.book(), situation.live())
                .map(touch -> new Quoter(situation, touch).quotes())
                .orElseGet(() -> Quotes.none(Message.of("strategy.side.one-sided-book")));
    }

    private Quotes quotes() {
        var width = half(Side.BID).add(half(Side.ASK)).multiply(HUNDRED);
        var guards = situation.widening().text(spread.half());
        return new Quotes(
                mid, reference, width, spread.reason(), guards.orElse(null), ladder(Side.BID), ladder(Side.ASK));
    }

    /** Inventory off target in thresholds: +1 when as much too long as a rebalance would tolerate, -1 when short. */
    private BigDecimal pressure() {
        return ratio.subtract(parameters.target())
                .divide(parameters.threshold(), PRECISE)
                .min(BigDecimal.ONE)
                .max(BigDecimal.ONE.negate());
    }

    private BigDecimal half(Side side) {
        return side == Side.BID ? bidHalf : askHalf;
    }

    private QuoteLadder ladder(Side side) {
        var stop = inventoryStop(side);
        if (stop.isPresent()) {
            return QuoteLadder.empty(side, stop.get());
        }
        var layers = layers(side);
        var prices = layers.prices();
        if (prices.isEmpty() && layers.omitted() != null) {
            return QuoteLadder.empty(side, layers.omitted());
        }
        var sizes = new Sizes(situation, side, mid);
        var quotes = sizes.at(prices);
        return quotes.isEmpty()
                ? QuoteLadder.empty(side, sizes.refusal(prices.get(0)))
                : new QuoteLadder(
                        side,
                        quotes,
                        layers.limit(),
                        slack(side),
                        null,
                        layers.omitted(),
                        layers.nearest().chain());
    }

    private Optional<Message> inventoryStop(Side side) {
        var edge = side == Side.BID
                ? parameters.target().add(parameters.bandHard())
                : parameters.target().subtract(parameters.bandHard());
        boolean beyond = side == Side.BID ? ratio.compareTo(edge) >= 0 : ratio.compareTo(edge) <= 0;
        if (!beyond) {
            return Optional.empty();
        }
        return Optional.of(Message.of(
                "strategy.side.hard-band",
                ratio.setScale(1, RoundingMode.HALF_UP).toPlainString(),
                Rule.Range.plain(edge)));
    }

    /**
     * Prices of a side, nearest first.
     *
     * @param limit no nearer than this
     * @param nearest how the first came about
     * @param omitted why there are not as many as there are layers, null when there are
     */
    private record Layers(
            Price limit,
            List<Price> prices,
            PriceChain.Walk nearest,
            @Nullable Message omitted) {}

    /** As far as the market takes them. */
    private Layers layers(Side side) {
        var prices = new ArrayList<Price>();
        var nearest = new PriceChain.Walk(market, side, mid);
        var distance = half(side);
        var limit = limit(side);
        var next = limit;
        for (int layer = 0; layer < parameters.layers(); layer++) {
            if (distance.compareTo(BigDecimal.ONE) >= 0) {
                return new Layers(limit, prices, nearest, Message.of("strategy.side.price-range"));
            }
            var price = layer == 0
                    ? nearest(side, nearest, next)
                    : outer(side, market.quoted(side, PriceChain.at(side, reference, distance)), next);
            var refusal = PriceRange.refusal(market, mid, price);
            if (refusal.isPresent()) {
                return new Layers(limit, prices, nearest, refusal.get());
            }
            prices.add(price);
            next = price.behind(side, 1);
            distance = distance.multiply(parameters.layerGrowth(), PRECISE);
        }
        return new Layers(limit, prices, nearest, null);
    }

    /** Through all that moves the nearest price, one after another. */
    private Price nearest(Side side, PriceChain.Walk walk, Price limit) {
        spread.stages().forEach(stage -> walk.distance(stage.reason().cause(), stage.half(), null));
        var guard = situation.widening().side(side);
        if (guard.widens()) {
            walk.distance(guard.cause(), half(side), guard.left());
        }
        walk.reference(reference);
        return walk.end(limit);
    }

    /** At least a tick behind the other side's best, and at least the fee floor from the reference. */
    private Price limit(Side side) {
        var behindTouch = touch.side(side.opposite()).behind(side, 1);
        return outer(side, behindTouch, market.quoted(side, PriceChain.at(side, reference, spread.floor())));
    }

    private static Price outer(Side side, Price one, Price other) {
        return one.betterThan(other, side) ? other : one;
    }

    /** Ticks a resting order may be off and keep its place in the queue. */
    private long slack(Side side) {
        return mid.multiply(half(side))
                .multiply(parameters.tolerance())
                .divide(market.tickSize(), 0, RoundingMode.FLOOR)
                .max(BigDecimal.ONE)
                .longValueExact();
    }
}
