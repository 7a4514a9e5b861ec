package makerdeck.snapshot;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.message.Denial;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * How the quotes come about.
 *
 * @param spread full width now in % of mid, null before the first quote
 * @param spreadReason what decided it: {@code spread}, {@code fees}, {@code volatility}, {@code max}
 * @param spreadGuards how guards widen what decided it, null while they do not
 * @param bids how the nearest bid comes about, null when none is wanted; {@code asks} likewise
 * @param volatility in % per day, null while warming up
 * @param regime {@code LOW}, {@code MID}, {@code HIGH}, or empty
 * @param suggestedPreset the preset that fits the regime, or empty
 * @param bidReason why there are no bids, null when there are
 * @param askReason why there are no asks, null when there are
 * @param rebalance out of the band: what trade comes and when, or why none does; null within it
 */
public record QuotingRow(
        @Nullable BigDecimal spread,
        String spreadReason,
        @Nullable Message spreadGuards,
        @Nullable SideChain bids,
        @Nullable SideChain asks,
        @Nullable BigDecimal volatility,
        String regime,
        String suggestedPreset,
        @Nullable Message bidReason,
        @Nullable Message askReason,
        @Nullable Message rebalance) {

    /** How the nearest quote of a side comes about, null when none is wanted. */
    public @Nullable SideChain chain(Side side) {
        return side == Side.BID ? bids : asks;
    }

    /** What {@link #bidReason} is, null when there are bids. */
    public @Nullable Denial bidDenial() {
        return bidReason == null ? null : Denial.of(bidReason);
    }

    /** What {@link #askReason} is, null when there are asks. */
    public @Nullable Denial askDenial() {
        return askReason == null ? null : Denial.of(askReason);
    }

    /** Before there is any market. {@code why}: for both sides. */
    public static QuotingRow starting(Message why) {
        return new QuotingRow(null, "", null, null, null, null, "", "", why, why, null);
    }

    /**
     * How far from the mid the nearest quote of a side is wanted, and how that comes about: the distance after each cause,
     * in the order in which they are asked. The last one is the quote's. Immutable.
     *
     * @param steps never empty; the first is the parameter spread's half
     */
    public record SideChain(List<Step> steps) {

        /**
         * @param cause {@code spread}, {@code volatility}, {@code max}, {@code fees}, {@code jump}, {@code fills},
         *     {@code skew}, {@code tick} or {@code layer}
         * @param percent of mid, positive away from the other side
         * @param factor of the distance before, null for the first and for what only rounds
         * @param until when it is over, null when it has no end of its own
         */
        public record Step(
                String cause,
                BigDecimal percent,
                @Nullable BigDecimal factor,
                @Nullable Instant until) {}

        public SideChain {
            steps = List.copyOf(steps);
        }

        /** Of the nearest quote, in % of mid. */
        public BigDecimal percent() {
            return steps.get(steps.size() - 1).percent();
        }
    }
}
