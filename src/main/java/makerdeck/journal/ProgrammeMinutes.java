package makerdeck.journal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;

/** The table of what a market-maker programme counts: a row a minute and pair of bands. */
final class ProgrammeMinutes {

    /** Lengths in milliseconds; {@code near_bids} and the like are amounts of the quote asset times seconds. */
    static final List<String> TABLES = List.of("""
            CREATE TABLE programme (books INTEGER NOT NULL, minute INTEGER NOT NULL, near TEXT NOT NULL,
                far TEXT NOT NULL, ran INTEGER NOT NULL, known INTEGER NOT NULL, tape INTEGER NOT NULL,
                near_bids TEXT NOT NULL, near_asks TEXT NOT NULL, near_both INTEGER NOT NULL, far_bids TEXT NOT NULL,
                far_asks TEXT NOT NULL, far_both INTEGER NOT NULL, market TEXT NOT NULL, maker TEXT NOT NULL,
                PRIMARY KEY (books, minute, near, far)) WITHOUT ROWID""");

    private static final String ADD = """
            INSERT INTO programme VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET ran = ran + excluded.ran, known = known + excluded.known,
                tape = tape + excluded.tape, near_bids = exact_add(near_bids, excluded.near_bids),
                near_asks = exact_add(near_asks, excluded.near_asks), near_both = near_both + excluded.near_both,
                far_bids = exact_add(far_bids, excluded.far_bids), far_asks = exact_add(far_asks, excluded.far_asks),
                far_both = far_both + excluded.far_both, market = exact_add(market, excluded.market),
                maker = exact_add(maker, excluded.maker)""";

    private ProgrammeMinutes() {}

    /** Journal thread only. */
    static void write(Database database, long books, Entry.MinuteRested entry) throws SQLException {
        var heard = entry.heard();
        var near = entry.near();
        var far = entry.far();
        database.write(
                ADD,
                books,
                entry.at(),
                near.points(),
                far.points(),
                heard.ran().toMillis(),
                heard.known().toMillis(),
                heard.tape().toMillis(),
                near.bids(),
                near.asks(),
                near.both().toMillis(),
                far.bids(),
                far.asks(),
                far.both().toMillis(),
                entry.market(),
                entry.maker());
    }

    /**
     * Added up by month and bands, oldest first; empty where an older program wrote the file.
     *
     * @param books their numbers, as they stand in a statement
     * @param from a day of the first month that is told, {@code to} one of the last
     */
    static List<ProgrammeMonth> read(Database database, String books, LocalDate from, LocalDate to, Instant now)
            throws SQLException {
        var months = new TreeMap<String, ProgrammeMonth>();
        if (database.version() < Schema.WITH_PROGRAMME || books.isEmpty()) {
            return List.of();
        }
        try (var row = database.read(
                "SELECT programme.*, (SELECT min(opened_at) FROM books WHERE id IN (" + books
                        + ")) AS opened FROM programme WHERE books IN (" + books + ") AND minute >= ? AND minute < ?",
                start(YearMonth.from(from)),
                start(YearMonth.from(to).plusMonths(1)))) {
            while (row.next()) {
                var month = YearMonth.from(Cells.instant(row, "minute").atZone(ZoneOffset.UTC));
                var near = rested(row, "near");
                var far = rested(row, "far");
                var key = month + " " + near.points().toPlainString() + " "
                        + far.points().toPlainString();
                var before = months.get(key);
                if (before == null) {
                    before = none(month, near, far, wall(month, Cells.instant(row, "opened"), now));
                }
                var market = Cells.decimal(row, "market");
                months.put(key, before.plus(heard(row), near, far, market, Cells.decimal(row, "maker")));
            }
        }
        return List.copyOf(months.values());
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Duration wall(YearMonth month, Instant opened, Instant now) {
        var begins = start(month).isBefore(opened) ? opened : start(month);
        var ends = start(month.plusMonths(1)).isAfter(now) ? now : start(month.plusMonths(1));
        return ends.isAfter(begins) ? Duration.between(begins, ends) : Duration.ZERO;
    }

    private static ProgrammeMonth none(YearMonth month, Entry.Rested near, Entry.Rested far, Duration wall) {
        var nothing = new Entry.Heard(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        return new ProgrammeMonth(
                month.atDay(1), wall, nothing, none(near), none(far), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static Entry.Rested none(Entry.Rested band) {
        return new Entry.Rested(band.points(), BigDecimal.ZERO, BigDecimal.ZERO, Duration.ZERO);
    }

    private static Entry.Rested rested(ResultSet row, String band) throws SQLException {
        return new Entry.Rested(
                Cells.decimal(row, band),
                Cells.decimal(row, band + "_bids"),
                Cells.decimal(row, band + "_asks"),
                millis(row, band + "_both"));
    }

    private static Entry.Heard heard(ResultSet row) throws SQLException {
        return new Entry.Heard(millis(row, "ran"), millis(row, "known"), millis(row, "tape"));
    }

    private static Duration millis(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(Cells.whole(row, column));
    }
}
