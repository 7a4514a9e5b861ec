package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.Balance;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.parameters.Rule;
import org.jspecify.annotations.Nullable;

/** How much is quoted at each price of one side, within what that side can pay. */
public final class Sizes {

    private static final BigDecimal LARGEST_SHARE = new BigDecimal("0.05");
    /** Rounding up could cost more than the budget. */
    private static final MathContext DOWN = new MathContext(34, RoundingMode.DOWN);

    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    private final Situation situation;
    private final Market market;
    private final Parameters parameters;
    private final Side side;
    private final BigDecimal mid;
    /** Where the side stops, as a fraction of the total in base. */
    private final BigDecimal edge;

    private final Quantity smallest;

    /** Base units of each order; null when it is a part of what is held. */
    private final @Nullable BigDecimal fixed;

    /** What an automatic size may cost: quote units for bids, base units for asks. */
    private final BigDecimal part;

    Sizes(Situation situation, Side side, BigDecimal mid) {
        this.situation = situation;
        this.market = situation.market();
        this.parameters = situation.parameters();
        this.side = side;
        this.mid = mid;
        this.edge = parameters
                .target()
                .add(parameters.bandHard().multiply(BigDecimal.valueOf(side.sign())))
                .movePointLeft(2);
        this.smallest = market.smallest();
        this.fixed = parameters.quantity().orElse(null);
        this.part = held().total().multiply(share(parameters));
    }

    /**
     * Base units that a side would like to have in the book at once, whatever holds it back; automatic sizes without
     * a known account as a fraction of it.
     */
    public static BigDecimal atOnce(Parameters parameters, Side side, @Nullable Wealth wealth) {
        var all = wealth == null ? BigDecimal.ONE : wealth.payable(side);
        var each = parameters.quantity().orElseGet(() -> all.multiply(share(parameters)));
        return each.multiply(BigDecimal.valueOf(parameters.layers()));
    }

    /** One quote a price, nearest first; fewer when the outermost cannot be paid, none when not even one can. */
    List<Quote> at(List<Price> prices) {
        var wanted = withinBand(prices);
        for (int layers = wanted.size(); layers > 0; layers--) {
            var quotes = scaled(prices.subList(0, layers), wanted.subList(0, layers));
            if (areLargeEnough(quotes)) {
                return quotes;
            }
        }
        return List.of();
    }

    private boolean areLargeEnough(List<Quote> quotes) {
        for (var quote : quotes) {
            if (quote.quantity().compareTo(smallest) < 0) {
                return false;
            }
        }
        return true;
    }

    /** What is wanted at each price, nearest first, until all of it filled would reach the hard band. */
    private List<Quantity> withinBand(List<Price> prices) {
        var left = room();
        var quantities = new ArrayList<Quantity>();
        for (var price : prices) {
            var quantity = wanted(price);
            if (hasEdge()) {
                var pull = pull(price);
                var taken = market.decimal(quantity).multiply(pull);
                if (taken.compareTo(left) > 0) {
                    quantity = market.floor(left.divide(pull, DOWN));
                    taken = market.decimal(quantity).multiply(pull);
                }
                left = left.subtract(taken);
            }
            if (quantity.compareTo(smallest) < 0) {
                break;
            }
            quantities.add(quantity);
        }
        return quantities;
    }

    /** Whether fills can reach the edge at all. */
    private boolean hasEdge() {
        return edge.signum() > 0 && edge.compareTo(BigDecimal.ONE) < 0;
    }

    /** Quote units of base value, at the total of now, to the edge; zero when it is reached. */
    private BigDecimal room() {
        var inventory = InventoryRatio.of(situation.balances(), mid);
        var value = edge.multiply(inventory.total()).subtract(inventory.baseValue());
        return value.multiply(BigDecimal.valueOf(side.sign())).max(BigDecimal.ZERO);
    }

    /** How much of the room one base unit takes: the total grows by what it trades better than the mid. */
    private BigDecimal pull(Price price) {
        return mid.subtract(edge.multiply(mid.subtract(market.decimal(price))));
    }

    private List<Quote> scaled(List<Price> prices, List<Quantity> wanted) {
        var cost = BigDecimal.ZERO;
        for (int i = 0; i < prices.size(); i++) {
            cost = cost.add(cost(prices.get(i), wanted.get(i)));
        }
        var budget = budget();
        boolean fits = cost.compareTo(budget) <= 0;
        var quotes = new ArrayList<Quote>(prices.size());
        for (int i = 0; i < prices.size(); i++) {
            var quantity = fits ? wanted.get(i) : share(wanted.get(i), budget, cost);
            quotes.add(new Quote(side, i + 1, prices.get(i), quantity));
        }
        return quotes;
    }

    private Quantity share(Quantity wanted, BigDecimal budget, BigDecimal cost) {
        return market.floor(market.decimal(wanted).multiply(budget).divide(cost, DOWN));
    }

    private Quantity wanted(Price price) {
        var base = fixed == null ? automatic(price) : fixed;
        return market.atMost(capped(price, market.floor(base)));
    }

    private BigDecimal automatic(Price price) {
        var base = side == Side.ASK ? part : part.divide(market.decimal(price), MathContext.DECIMAL64);
        return base.max(market.decimal(smallest));
    }

    /** Of the asset that an automatic size is, as a fraction. */
    private static BigDecimal share(Parameters parameters) {
        var layers = BigDecimal.valueOf(parameters.layers());
        return LARGEST_SHARE.min(BigDecimal.ONE.divide(FOUR.multiply(layers), MathContext.DECIMAL64));
    }

    private Quantity capped(Price price, Quantity quantity) {
        var cap = parameters.maxOrder();
        if (cap.signum() == 0 || market.notional(price, quantity).compareTo(cap) <= 0) {
            return quantity;
        }
        return market.floor(cap.divide(market.decimal(price), DOWN));
    }

    /** What all orders of the side may cost together: quote units for bids, base units for asks. */
    private BigDecimal budget() {
        var budget = side == Side.BID ? payable().min(roomToBuy()) : payable();
        return budget.max(BigDecimal.ZERO);
    }

    private BigDecimal payable() {
        return held().payable(parameters.redeems()).add(inOwnOrders().min(held().locked()));
    }

    /** Quote units until the position reaches its maximum. */
    private BigDecimal roomToBuy() {
        var most = parameters.maxPosition();
        var held = situation.balances().base().total().multiply(mid);
        return most.signum() == 0 ? payable() : most.subtract(held);
    }

    /** Live orders of the side make way for the wanted ones, so what they lock can be spent again. */
    private BigDecimal inOwnOrders() {
        var sum = BigDecimal.ZERO;
        for (var order : situation.live()) {
            if (order.side() == side) {
                sum = sum.add(cost(order.price(), order.remaining()));
            }
        }
        return sum;
    }

    private BigDecimal cost(Price price, Quantity quantity) {
        return side == Side.BID ? market.notional(price, quantity) : market.decimal(quantity);
    }

    private Balance held() {
        return side == Side.BID
                ? situation.balances().quote()
                : situation.balances().base();
    }

    /** Why no quote fits at {@code nearest}, the first price wanted. */
    Message refusal(Price nearest) {
        var least = market.text(smallest) + " " + market.base();
        if (fixed != null && fixed.compareTo(market.minQuantity()) < 0) {
            return Message.of("strategy.size.quantity", plain(fixed), least);
        }
        if (wanted(nearest).compareTo(smallest) < 0) {
            return Message.of("strategy.size.max-order", plain(parameters.maxOrder()), market.quote(), least);
        }
        if (hasEdge() && room().compareTo(market.decimal(smallest).multiply(pull(nearest))) < 0) {
            return Message.of("strategy.size.hard-band", plain(edge.movePointRight(2)), least);
        }
        if (side == Side.BID && roomToBuy().compareTo(payable()) < 0) {
            return Message.of("strategy.size.max-position", plain(parameters.maxPosition()), market.quote(), least);
        }
        var asset = side == Side.BID ? market.quote() : market.base();
        if (!parameters.redeems() && held().lent().signum() > 0) {
            return Message.of("strategy.size.lent", plain(held().lent()), asset, plain(payable()), least);
        }
        return Message.of("strategy.size.available", plain(payable()), asset, least);
    }

    private static String plain(BigDecimal value) {
        return Rule.Range.plain(value);
    }
}
