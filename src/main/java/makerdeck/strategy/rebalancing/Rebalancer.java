package makerdeck.strategy.rebalancing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Fees;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.parameters.Rule;
import makerdeck.strategy.quoting.InventoryRatio;
import makerdeck.strategy.quoting.Touch;

/** Whether, and with what trade, the base asset comes back to its target. Pure. */
public final class Rebalancer {

    private static final BigDecimal SLIPPAGE = new BigDecimal("0.001");

    private static final int DECIMALS = 18;

    private Rebalancer() {}

    /** Whether the base value is off its target by more than the threshold, strictly, in points of the total. */
    public static boolean isTriggered(Parameters parameters, Balances balances, BigDecimal mid) {
        return isTriggered(parameters, InventoryRatio.of(balances, mid));
    }

    public static boolean isTriggered(Parameters parameters, InventoryRatio inventory) {
        var off = inventory.excess(parameters.target()).abs();
        return off.compareTo(inventory.total().multiply(parameters.threshold()).movePointLeft(2)) > 0;
    }

    /**
     * The trade that brings the ratio to the target, or as near as the account can pay for; empty when it would
     * be below the market's minimum. Funds locked in open orders count as free: those are cancelled first.
     */
    public static Optional<Plan> plan(Market market, Fees fees, Parameters parameters, Balances balances, Touch touch) {
        var mid = touch.mid(market);
        var inventory = InventoryRatio.of(balances, mid);
        var excess = inventory.excess(parameters.target());
        var side = excess.signum() > 0 ? Side.ASK : Side.BID;
        var wanted = excess.abs().divide(mid, DECIMALS, RoundingMode.FLOOR);
        var quantity = market.floor(wanted.min(payable(market, side, balances, touch, parameters.redeems())));
        if (quantity.compareTo(market.smallest()) < 0) {
            return Optional.empty();
        }
        return Optional.of(plan(market, fees, inventory, new Trade(side, quantity, touch, mid)));
    }

    /** Base units that can be traded at the worst price a taker order may get. */
    private static BigDecimal payable(Market market, Side side, Balances balances, Touch touch, boolean redeems) {
        if (side == Side.ASK) {
            return payable(balances.base(), redeems);
        }
        var money = payable(balances.quote(), redeems);
        return money.divide(market.decimal(takerLimit(market, side, touch)), DECIMALS, RoundingMode.FLOOR);
    }

    private static BigDecimal payable(Balance balance, boolean redeems) {
        return balance.payable(redeems).add(balance.locked()).max(BigDecimal.ZERO);
    }

    private record Trade(Side side, Quantity quantity, Touch touch, BigDecimal mid) {}

    private static Plan plan(Market market, Fees fees, InventoryRatio inventory, Trade trade) {
        var side = trade.side();
        var price = trade.touch().side(side.opposite());
        var received = side == Side.BID ? market.decimal(trade.quantity()) : market.notional(price, trade.quantity());
        var fee = received.multiply(fees.takerBp()).movePointLeft(4);
        var moved = market.decimal(trade.quantity()).multiply(trade.mid()).multiply(BigDecimal.valueOf(side.sign()));
        var after = new InventoryRatio(inventory.baseValue().add(moved), inventory.total());
        return new Plan(
                side,
                trade.quantity(),
                price,
                fee,
                side == Side.BID ? market.base() : market.quote(),
                inventory.ratio(),
                after.ratio(),
                budget(market, fees, trade));
    }

    private static Budget budget(Market market, Fees fees, Trade trade) {
        var limit = takerLimit(market, trade.side(), trade.touch());
        var value = market.notional(limit, trade.quantity());
        var beyondMid = market.decimal(limit).subtract(trade.mid()).abs().multiply(market.decimal(trade.quantity()));
        return new Budget(
                limit, value, beyondMid.add(value.multiply(fees.takerBp()).movePointLeft(4)));
    }

    /** The worst price a taker order may pay: 0.1 % beyond the other side's best. */
    public static Price takerLimit(Market market, Side side, Touch touch) {
        var best = market.decimal(touch.side(side.opposite()));
        var slip = best.multiply(SLIPPAGE).multiply(BigDecimal.valueOf(side.sign()));
        return market.quoted(side, best.add(slip));
    }

    /**
     * What a rebalance may take at most, whatever the market does meanwhile.
     *
     * @param limit the worst price it accepts
     * @param value of all of it at that price, in quote units
     * @param cost against mid at that price, taker fee included, in quote units
     */
    public record Budget(Price limit, BigDecimal value, BigDecimal cost) {}

    /**
     * A rebalance as shown before it is done.
     *
     * @param price the other side's best: what a taker pays at least
     * @param fee expected at the taker rate, in units of {@code feeAsset}; a passive fill costs the maker rate
     * @param before share of the base asset in % of total, {@code after} once it is filled whole
     */
    public record Plan(
            Side side,
            Quantity quantity,
            Price price,
            BigDecimal fee,
            String feeAsset,
            BigDecimal before,
            BigDecimal after,
            Budget budget) {

        /**
         * This trade as far as somebody agreed to it: no larger than what he was shown, and within that budget; empty
         * when it has turned round since.
         */
        public Optional<Plan> agreed(Plan shown) {
            if (side != shown.side) {
                return Optional.empty();
            }
            return Optional.of(
                    quantity.compareTo(shown.quantity) < 0
                            ? new Plan(side, quantity, price, fee, feeAsset, before, after, shown.budget)
                            : shown);
        }

        /** For the operator: {@code sell 2.50 SOL @ 148.31, fee 0.37 USDC, ratio 61.2 -> 30.0 %}. */
        public Message text(Market market) {
            return Message.of(
                    side == Side.BID ? "strategy.plan.buy" : "strategy.plan.sell",
                    market.text(quantity),
                    market.base(),
                    market.text(price),
                    Rule.Range.plain(fee.round(new MathContext(3, RoundingMode.HALF_UP))),
                    feeAsset,
                    percent(before),
                    percent(after));
        }

        private static String percent(BigDecimal ratio) {
            return ratio.setScale(1, RoundingMode.HALF_UP).toPlainString();
        }
    }
}
