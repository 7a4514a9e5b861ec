package makerdeck.snapshot;

import java.util.Locale;
import makerdeck.domain.Fees;

/**
 * What trading costs on this market.
 *
 * @param used what is reckoned with
 * @param maker who says so of the maker fee, {@code taker} likewise
 * @param automatic what {@code auto} stands for
 */
public record FeeRow(Fees used, Source maker, Source taker, Fees automatic) {

    /** Who says what a fill costs. */
    public enum Source {
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
}
