package makerdeck.journal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Values of a row as they were written. SQLite makes a number of any text, a zero if need be; here what is not as
 * this program writes it is damage.
 */
final class Cells {

    /** Digits before and after the point, at most. */
    private static final int LONGEST = 400;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Cells() {}

    static BigDecimal decimal(ResultSet row, String column) throws SQLException {
        return decimal(column, text(row, column));
    }

    /** Null where nothing is written. */
    static @Nullable BigDecimal decimalOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : decimal(row, column);
    }

    /** Greater than zero. */
    static BigDecimal size(ResultSet row, String column) throws SQLException {
        var found = decimal(row, column);
        if (found.signum() <= 0) {
            throw damage(column);
        }
        return found;
    }

    /** {@code name}: of what is read. */
    static BigDecimal decimal(String name, String text) throws SQLException {
        if (!isDecimal(text)) {
            throw damage(name);
        }
        return new BigDecimal(text);
    }

    /** {@code -12.50}: digits, and digits after a point if there is one. */
    static boolean isDecimal(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        return point < 0
                ? areDigits(text, from, text.length())
                : areDigits(text, from, point) && areDigits(text, point + 1, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from && to - from <= LONGEST;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var micros = whole(row, column);
        if (micros < Database.micros(EARLIEST) || micros > Database.micros(LATEST)) {
            throw damage(column);
        }
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long whole(ResultSet row, String column) throws SQLException {
        var found = wholeOrNull(row, column);
        if (found == null) {
            throw damage(column);
        }
        return found;
    }

    static @Nullable Long wholeOrNull(ResultSet row, String column) throws SQLException {
        var found = row.getObject(column);
        if (found == null) {
            return null;
        }
        if (found instanceof Integer || found instanceof Long) {
            return ((Number) found).longValue();
        }
        throw damage(column);
    }

    static String text(ResultSet row, String column) throws SQLException {
        if (row.getObject(column) instanceof String found) {
            return found;
        }
        throw damage(column);
    }

    /** What stands there is not repeated: it may be anything. */
    static SQLException damage(String name) {
        return new UnsoundFileException(Message.of("journal.unreadable-value", name), SQLiteErrorCode.SQLITE_CORRUPT);
    }
}
