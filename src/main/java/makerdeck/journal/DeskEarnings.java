package makerdeck.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What one desk has earned according to the journal. Money in the quote asset, volume in the base asset. Immutable.
 *
 * @param account by its key; empty where it is nobody's
 * @param days oldest first, by the UTC calendar; days on which nothing was written down are left out
 * @param asOf when the books were last valued
 */
public record DeskEarnings(
        String account,
        String venue,
        String mode,
        String symbol,
        String base,
        String quote,
        Instant asOf,
        List<Day> days) {

    /**
     * @param fees those of third assets among them that were converted on that day
     * @param feesApart what was taken in assets that are neither base nor quote and has had no price since, by asset; not
     *     part of {@code pnl}
     * @param interest what the lending pool paid, part of {@code pnl}
     * @param pnl change of equity on that day, transfers excluded
     */
    public record Day(
            LocalDate date,
            long fills,
            BigDecimal volumeBase,
            BigDecimal volumeQuote,
            BigDecimal fees,
            Map<String, BigDecimal> feesApart,
            BigDecimal interest,
            BigDecimal pnl) {

        public Day {
            feesApart = Map.copyOf(feesApart);
        }
    }

    public DeskEarnings {
        days = List.copyOf(days);
    }
}
