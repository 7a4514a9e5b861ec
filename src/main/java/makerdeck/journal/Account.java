package makerdeck.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one desk has earned according to the journal. Money in the quote asset, volume in the base asset. Immutable.
 *
 * @param days oldest first, by the UTC calendar; days on which nothing was written down are left out
 * @param asOf when the books were last valued
 */
public record Account(
        String venue, String mode, String symbol, String base, String quote, Instant asOf, List<Day> days) {

    /**
     * @param interest what the lending pool paid, part of {@code pnl}
     * @param pnl change of equity on that day, transfers excluded
     */
    public record Day(
            LocalDate date,
            long fills,
            BigDecimal volumeBase,
            BigDecimal volumeQuote,
            BigDecimal fees,
            BigDecimal interest,
            BigDecimal pnl) {}

    public Account {
        days = List.copyOf(days);
    }
}
