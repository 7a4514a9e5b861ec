package makerdeck.laboratory.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run. Immutable.
 *
 * @param length of virtual time; shorter than asked for when a recorded feed was over before
 * @param money what was earned; of a desk what its own books say
 * @param volumeBase traded by the account, in base units
 * @param volumeQuote traded by the account, in quote units
 * @param bids how long bids were quoted, of {@code length}
 * @param asks how long asks were quoted, of {@code length}
 * @param fills oldest first
 * @param halted when and why the desk stopped quoting for good, null when it did not
 */
public record RunResult(
        Duration length,
        Money money,
        BigDecimal volumeBase,
        BigDecimal volumeQuote,
        Duration bids,
        Duration asks,
        Requests requests,
        List<RunFill> fills,
        @Nullable Halt halted) {

    private static final double SECONDS_AN_HOUR = 3600;

    /** Requests sent: of new orders, of cancels, of questions. */
    public record Requests(int batches, int cancels, int reads) {

        public int all() {
            return batches + cancels + reads;
        }
    }

    public RunResult {
        fills = List.copyOf(fills);
    }

    public double hours() {
        return length.toNanos() / 1e9 / SECONDS_AN_HOUR;
    }

    /** Quote units an hour; a statistic, no money. */
    public double alphaPerHour() {
        return money.alpha().doubleValue() / hours();
    }

    public double fillsPerHour() {
        return fills.size() / hours();
    }

    /** When and why the desk stopped quoting for good; empty when it did not. */
    public Optional<Halt> halt() {
        return Optional.ofNullable(halted);
    }
}
