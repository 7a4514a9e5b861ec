package makerdeck.snapshot;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the books say: what the account is worth and what has been earned, in the quote asset, exact. Immutable.
 *
 * @param equity at the mid now
 * @param today since midnight UTC, null when nobody knows how the books stood then
 * @param session since the session began, null while it has not, or when nobody knows how the books stood then; one that
 *     was cut off goes on
 */
public record Earnings(
        BigDecimal equity, @Nullable Period today, @Nullable Period session) {

    /**
     * Since a moment.
     *
     * @param since the moment the books are compared with: for a day the last time they were valued before midnight,
     *     a minute before it at most while the desk runs, or when they were opened
     * @param parts add up to {@link #profit}; transfers are none of it
     * @param holding what the holdings of that moment, and what came by transfer, would have earned untouched
     */
    public record Period(Instant since, ProfitParts parts, BigDecimal holding) {

        /** Change of equity without transfers, less the fees converted. */
        public BigDecimal profit() {
            return parts.profit();
        }

        /** What the desk has earned more than holding would have, negative when less. */
        public BigDecimal againstHolding() {
            return profit().subtract(holding);
        }
    }
}
