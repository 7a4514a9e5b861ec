package makerdeck.settings;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What of the journal is to leave the house, and how.
 *
 * @param from first day by the UTC calendar; {@code to}: last one
 * @param simulated whether accounts at which no real money is are told as well
 */
public record ExportChoice(What what, Format format, LocalDate from, LocalDate to, boolean simulated) {

    /** Executions; every change of what is held; sales with their cost, and income. */
    public enum What {
        FILLS,
        LEDGER,
        TAX;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who reads it. */
    public enum Format {
        CSV,
        JSONL,
        KOINLY,
        COINTRACKING,
        ROTKI;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it works out taxes by itself, from what happened. */
        boolean isTaxProgram() {
            return this != CSV && this != JSONL;
        }
    }
}
