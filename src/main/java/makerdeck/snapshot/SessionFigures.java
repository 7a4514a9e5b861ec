package makerdeck.snapshot;

import java.math.BigDecimal;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A session in numbers; money in the quote asset, exact.
 *
 * @param againstHolding profit less what the untouched holdings would have made, since the session began; null when
 *     nobody knows how the books stood then
 * @param feeRates what trading cost here and who says so, in words
 */
public record SessionFigures(
        Totals totals,
        ProfitParts parts,
        @Nullable BigDecimal againstHolding,
        Held held,
        Traded traded,
        Quoted quoted,
        Message feeRates) {

    /**
     * What the base held has come to.
     *
     * @param unrealised at average cost
     * @param realisedFifo first in first out, as {@code unrealisedFifo}
     */
    public record Held(BigDecimal unrealised, BigDecimal realisedFifo, BigDecimal unrealisedFifo) {}

    /**
     * Volume in the quote asset.
     *
     * @param wearPercent what trading lost of the volume, in %
     */
    public record Traded(BigDecimal maker, BigDecimal taker, BigDecimal wearPercent) {}

    /**
     * In % of the time since the first quote of either side.
     *
     * @param allowedBids of the time bids were allowed, null when they never were; {@code allowedAsks} likewise
     */
    public record Quoted(
            BigDecimal bids,
            BigDecimal asks,
            @Nullable BigDecimal allowedBids,
            @Nullable BigDecimal allowedAsks) {}
}
