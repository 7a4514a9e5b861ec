package makerdeck.snapshot;

import java.math.BigDecimal;

/**
 * The parts of a change of equity, and of the profit, in the quote asset.
 *
 * @param captured what fills of quotes were better than the mid; the spread captured
 * @param markToMarket what the inventory became worth as the mid moved
 * @param fees of quotes, positive when they cost something
 * @param converted fees in third assets as far as they have had a price; part of the profit alone
 * @param rebalance what rebalances were better than the mid, less their fees
 * @param transfers what came and went without a trade of ours; part of the equity alone
 */
public record ProfitParts(
        BigDecimal captured,
        BigDecimal markToMarket,
        BigDecimal fees,
        BigDecimal converted,
        BigDecimal rebalance,
        BigDecimal interest,
        BigDecimal transfers) {

    /** The profit, to the last digit. */
    public BigDecimal profit() {
        return captured.add(markToMarket)
                .subtract(fees)
                .subtract(converted)
                .add(rebalance)
                .add(interest);
    }

    /** What came of each part since it stood as {@code then}. */
    public ProfitParts since(ProfitParts then) {
        return new ProfitParts(
                captured.subtract(then.captured),
                markToMarket.subtract(then.markToMarket),
                fees.subtract(then.fees),
                converted.subtract(then.converted),
                rebalance.subtract(then.rebalance),
                interest.subtract(then.interest),
                transfers.subtract(then.transfers));
    }
}
