package makerdeck.settings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Of which days the journal is to tell, and how.
 *
 * @param days the last so many, today among them; null: by {@code from} and {@code to}
 * @param from first day by the UTC calendar; {@code to}: last one
 * @param html one page for a browser, in place of text
 */
public record ReportChoice(@Nullable Integer days, LocalDate from, LocalDate to, boolean html) {

    /** The first day that counts. */
    public LocalDate first(LocalDate today) {
        return days == null ? from : today.minusDays(days - 1L);
    }
}
