package makerdeck.snapshot;

import java.math.BigDecimal;
import makerdeck.message.Denial;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * How the quotes come about.
 *
 * @param spread full width now in % of mid, null before the first quote
 * @param spreadReason what decided it: {@code spread}, {@code fees}, {@code volatility}, {@code max}
 * @param spreadGuards how guards widen what decided it, null while they do not
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
        @Nullable BigDecimal volatility,
        String regime,
        String suggestedPreset,
        @Nullable Message bidReason,
        @Nullable Message askReason,
        @Nullable Message rebalance) {

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
        return new QuotingRow(null, "", null, null, "", "", why, why, null);
    }
}
