package makerdeck.simulator.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.simulator.marketdata.TradeTape;
import makerdeck.simulator.model.ListedMarket;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderTerms;
import makerdeck.simulator.model.OrderType;
import makerdeck.simulator.model.RefusedException;
import makerdeck.simulator.model.RejectReason;

/** Judges tickets by the market's rules, the book and the account's funds. */
public final class OrderValidation {

    /** Largest order, in ticks times steps: sums of thousands of them still fit a long. */
    private static final BigDecimal LARGEST_VALUE = BigDecimal.valueOf(1_000_000_000_000_000L);

    private final ListedMarket listed;
    private final Market rules;
    private final MatchingBook book;
    private final MatchingEngine matching;
    private final TradeTape tape;
    private final LendingPool pool;

    public OrderValidation(
            ListedMarket listed, MatchingBook book, MatchingEngine matching, TradeTape tape, LendingPool pool) {
        this.listed = listed;
        this.rules = listed.rules();
        this.book = book;
        this.matching = matching;
        this.tape = tape;
        this.pool = pool;
    }

    /** The terms of an acceptable order. */
    public OrderTerms judge(ExchangeAccount account, OrderRequest request) throws RefusedException {
        var clientId = request.clientId();
        refuseIf(rules.state() != MarketState.OPEN, RejectReason.MARKET_NOT_OPEN);
        refuseIf(clientId != null && account.hasOpen(clientId), RejectReason.DUPLICATE_CLIENT_ID);
        refuseIf(account.openCount() >= ExchangeAccount.MOST_OPEN_ORDERS, RejectReason.TOO_MANY_ORDERS);
        refuseIf(
                request.postOnly() && (request.type() == OrderType.MARKET || request.timeInForce() != TimeInForce.GTC),
                RejectReason.POST_ONLY_NOT_RESTING);
        var terms = request.type() == OrderType.LIMIT ? limit(account, request) : market(account, request);
        var paying = request.side() == Side.BID ? rules.quote() : rules.base();
        pool.judge(account, paying, terms.lock(), request.redeemsLent());
        return terms;
    }

    private OrderTerms limit(ExchangeAccount account, OrderRequest request) throws RefusedException {
        var decimal = request.price();
        if (decimal == null) {
            throw new RefusedException(RejectReason.PRICE_MISSING);
        }
        refuseIf(decimal.remainder(rules.tickSize()).signum() != 0, RejectReason.PRICE_DECIMALS);
        refuseIf(isOutsideBand(decimal), RejectReason.PRICE_BAND);
        var price = rules.price(decimal);
        var quantity = quantity(request, price);
        refuseIf(
                request.postOnly() && matching.wouldTake(request.side(), price.ticks()),
                RejectReason.POST_ONLY_WOULD_TAKE);
        if (request.timeInForce() == TimeInForce.FOK) {
            var preview = reach(account, request, price.ticks(), quantity.steps(), Long.MAX_VALUE);
            refuseIf(preview.steps() < quantity.steps(), RejectReason.FOK_UNFILLED);
        }
        var lock = request.side() == Side.BID ? rules.notional(price, quantity) : rules.decimal(quantity);
        return new OrderTerms(price.ticks(), quantity.steps(), lock);
    }

    private boolean isOutsideBand(BigDecimal price) {
        var last = rules.decimal(tape.lastPrice());
        var low = rules.bandLow();
        var high = rules.bandHigh();
        return price.compareTo(listed.minPrice()) < 0
                || (low != null && price.compareTo(last.multiply(low)) < 0)
                || (high != null && price.compareTo(last.multiply(high)) > 0);
    }

    private Quantity quantity(OrderRequest request, Price price) throws RefusedException {
        var decimal = request.quantity();
        if (decimal == null) {
            throw new RefusedException(RejectReason.QUANTITY_MISSING);
        }
        refuseIf(decimal.remainder(rules.stepSize()).signum() != 0, RejectReason.QUANTITY_DECIMALS);
        refuseIf(
                decimal.signum() <= 0 || decimal.compareTo(rules.minQuantity()) < 0,
                RejectReason.QUANTITY_BELOW_MINIMUM);
        var value = decimal.divide(rules.stepSize()).multiply(BigDecimal.valueOf(price.ticks()));
        refuseIf(value.compareTo(LARGEST_VALUE) > 0, RejectReason.QUANTITY_TOO_LARGE);
        return rules.quantity(decimal);
    }

    private OrderTerms market(ExchangeAccount account, OrderRequest request) throws RefusedException {
        var side = request.side();
        var best = book.side(side.opposite()).best();
        if (best == null) {
            throw new RefusedException(RejectReason.NO_LIQUIDITY);
        }
        long limit = impactLimit(side, best.ticks);
        MatchPreview preview;
        long steps;
        if (request.quantity() == null) {
            preview = reach(account, request, limit, Long.MAX_VALUE, budget(request));
            refuseIf(
                    preview.steps() == 0 && preview.stop() == MatchPreview.Stop.BUDGET,
                    RejectReason.QUANTITY_BELOW_MINIMUM);
            steps = preview.stop() == MatchPreview.Stop.BUDGET ? preview.steps() : preview.steps() + 1;
        } else {
            steps = quantity(request, new Price(best.ticks)).steps();
            preview = reach(account, request, limit, steps, Long.MAX_VALUE);
        }
        refuseIf(request.timeInForce() == TimeInForce.FOK && preview.steps() < steps, RejectReason.FOK_UNFILLED);
        var lock = side == Side.BID ? value(preview) : rules.decimal(new Quantity(preview.steps()));
        return new OrderTerms(limit, steps, lock);
    }

    private long impactLimit(Side side, long bestTicks) {
        var factor = side == Side.BID ? listed.impactHigh() : listed.impactLow();
        return BigDecimal.valueOf(bestTicks)
                .multiply(factor)
                .setScale(0, side == Side.BID ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .longValueExact();
    }

    private long budget(OrderRequest request) throws RefusedException {
        var amount = Optional.ofNullable(request.quoteQuantity())
                .orElseThrow(() -> new RefusedException(RejectReason.QUANTITY_MISSING));
        refuseIf(amount.signum() <= 0, RejectReason.QUANTITY_BELOW_MINIMUM);
        var budget = amount.divide(valueUnit(), 0, RoundingMode.FLOOR);
        refuseIf(budget.compareTo(LARGEST_VALUE) > 0, RejectReason.QUANTITY_TOO_LARGE);
        return budget.longValueExact();
    }

    private MatchPreview reach(ExchangeAccount account, OrderRequest request, long limit, long steps, long budget) {
        return matching.reach(request.side(), limit, steps, budget, account, request.selfTradePrevention());
    }

    private BigDecimal value(MatchPreview preview) {
        return valueUnit().multiply(BigDecimal.valueOf(preview.value()));
    }

    private BigDecimal valueUnit() {
        return rules.tickSize().multiply(rules.stepSize());
    }

    private static void refuseIf(boolean broken, RejectReason why) throws RefusedException {
        if (broken) {
            throw new RefusedException(why);
        }
    }
}
