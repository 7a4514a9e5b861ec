package makerdeck.accounting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import makerdeck.journal.AccountEntry;
import makerdeck.text.PlainText;

/** What stands in the cells: numbers to their last digit, times in UTC, text that no spreadsheet takes for a formula. */
final class ExportCell {

    static final String NONE = "";

    /** Those of double width, too: spreadsheets that read Chinese or Japanese take them for the same. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private ExportCell() {}

    static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static String time(Instant at) {
        return at.toString();
    }

    static String time(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    /** What others made, as an order's id. */
    static String text(String found) {
        var plain = PlainText.line(found);
        return !plain.isEmpty() && FORMULA.indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
    }

    /** {@code SOL_USDC order 111 trade 7}. */
    static String reference(AccountEntry.Desk desk, AccountEntry entry) {
        var what = entry instanceof AccountEntry.Traded trade
                ? " order " + trade.orderId() + " trade " + trade.tradeId()
                : entry instanceof AccountEntry.Earned paid ? " interest " + paid.key() : "";
        return text(desk.symbol() + what);
    }
}
