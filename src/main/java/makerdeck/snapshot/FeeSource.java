package makerdeck.snapshot;

import java.util.Locale;

/** Who says what a fill costs. */
public enum FeeSource {
    PARAMETER,
    /** What fills have cost in this run. */
    FILLS,
    /** What fills had cost before this run, by the journal. */
    EARLIER_FILLS,
    ACCOUNT;

    /** {@code earlier-fills}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
