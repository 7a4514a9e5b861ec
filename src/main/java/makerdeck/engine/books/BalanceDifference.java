package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.Balances;

/** What balances show beyond the books, on which one or more readings agree: asked when first, and when last. */
public record BalanceDifference(BigDecimal base, BigDecimal quote, Instant asked, Instant last) {

    /** Such a part of what the books hold. */
    private static final BigDecimal LARGE = new BigDecimal("0.25");

    /** Two readings further apart than this leave room for one that failed or would have said otherwise. */
    public static final Duration UNBROKEN = Duration.ofSeconds(6);

    public static BalanceDifference of(Balances read, Ledger ledger, Instant asked) {
        return new BalanceDifference(
                read.base().total().subtract(ledger.base()),
                read.quote().total().subtract(ledger.quote()),
                asked,
                asked);
    }

    /** How long readings have agreed on it. */
    public Duration length() {
        return Duration.between(asked, last);
    }

    public BalanceDifference andAt(Instant again) {
        return new BalanceDifference(base, quote, asked, again);
    }

    public boolean isNone() {
        return base.signum() == 0 && quote.signum() == 0;
    }

    public boolean isLoss() {
        return base.signum() < 0 || quote.signum() < 0;
    }

    public boolean isLarge(Ledger ledger) {
        var worth = base.abs().multiply(ledger.mid()).add(quote.abs());
        return worth.compareTo(ledger.equity().multiply(LARGE)) > 0;
    }

    public boolean isSame(BalanceDifference other) {
        return base.compareTo(other.base) == 0 && quote.compareTo(other.quote) == 0;
    }

    /** Whether a reading asked for then goes on with it. */
    public boolean isUnbroken(Instant again) {
        return Duration.between(last, again).compareTo(UNBROKEN) <= 0;
    }
}
