package makerdeck.simulator.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
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
    private static final long LARGEST_VALUE = 1_000_000_000_000_000L;

    private final ListedMarket listed;
    private final Market rules;
    private final MatchingBook book;
    private final MatchingEngine matching;
    private final TradeTape tape;
    private final LendingPool pool;
    private final Units units;
    private final Increment prices;
    private final Increment sizes;
    private final PriceBand band;
    private final long smallest;
    private final Amount cost = new Amount();

    public OrderValidation(
            ListedMarket listed,
            Units units,
            MatchingBook book,
            MatchingEngine matching,
            TradeTape tape,
            LendingPool pool) {
        this.listed = listed;
        this.rules = listed.rules();
        this.units = units;
        this.prices = new Increment(rules.tickSize());
        this.sizes = new Increment(rules.stepSize());
        this.band = new PriceBand(listed);
        this.smallest = rules.smallest().steps();
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
        var side = request.side();
        pool.judge(account.paying(side), units.lock(side, terms.lock(), cost), request.redeemsLent());
        return terms;
    }

    private OrderTerms limit(ExchangeAccount account, OrderRequest request) throws RefusedException {
        var decimal = request.price();
        if (decimal == null) {
            throw new RefusedException(RejectReason.PRICE_MISSING);
        }
        var side = request.side();
        long ticks = prices.count(decimal);
        refuseIf(ticks == Increment.OFF, RejectReason.PRICE_DECIMALS);
        refuseIf(!band.admits(ticks, tape.lastPrice().ticks()), RejectReason.PRICE_BAND);
        long steps = steps(request, ticks);
        refuseIf(request.postOnly() && matching.wouldTake(side, ticks), RejectReason.POST_ONLY_WOULD_TAKE);
        if (request.timeInForce() == TimeInForce.FOK) {
            var preview = reach(account, request, ticks, steps, Long.MAX_VALUE);
            refuseIf(preview.steps() < steps, RejectReason.FOK_UNFILLED);
        }
        return new OrderTerms(ticks, steps, side == Side.BID ? ticks * steps : steps);
    }

    private long steps(OrderRequest request, long ticks) throws RefusedException {
        var decimal = request.quantity();
        if (decimal == null) {
            throw new RefusedException(RejectReason.QUANTITY_MISSING);
        }
        long steps = sizes.count(decimal);
        refuseIf(steps == Increment.OFF, RejectReason.QUANTITY_DECIMALS);
        refuseIf(steps <= 0 || steps < smallest, RejectReason.QUANTITY_BELOW_MINIMUM);
        refuseIf(steps > LARGEST_VALUE / ticks, RejectReason.QUANTITY_TOO_LARGE);
        return steps;
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
            steps = steps(request, best.ticks);
            preview = reach(account, request, limit, steps, Long.MAX_VALUE);
        }
        refuseIf(request.timeInForce() == TimeInForce.FOK && preview.steps() < steps, RejectReason.FOK_UNFILLED);
        return new OrderTerms(limit, steps, side == Side.BID ? preview.value() : preview.steps());
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
        var budget = amount.divide(rules.tickSize().multiply(rules.stepSize()), 0, RoundingMode.FLOOR);
        refuseIf(budget.compareTo(BigDecimal.valueOf(LARGEST_VALUE)) > 0, RejectReason.QUANTITY_TOO_LARGE);
        return budget.longValueExact();
    }

    private MatchPreview reach(ExchangeAccount account, OrderRequest request, long limit, long steps, long budget) {
        return matching.reach(request.side(), limit, steps, budget, account, request.selfTradePrevention());
    }

    private static void refuseIf(boolean broken, RejectReason why) throws RefusedException {
        if (broken) {
            throw new RefusedException(why);
        }
    }
}
