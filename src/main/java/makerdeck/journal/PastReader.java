package makerdeck.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/** Reads what earlier lives of a desk left. */
final class PastReader {

    /** The venue's history is read again from this much before the books' own mark. */
    private static final Duration REACHES_BACK = Duration.ofMinutes(15);

    private final Database database;

    PastReader(Database database) {
        this.database = database;
    }

    /** The last books of the desk, 0 when there are none. */
    long books(Owner owner) throws SQLException {
        return database.number(
                0,
                "SELECT max(id) FROM books WHERE account = ? AND symbol = ? AND mode = ? AND sums IS NOT NULL",
                owner.account(),
                owner.symbol(),
                owner.mode());
    }

    Past read(Owner owner, long books) throws SQLException {
        var inOrder = database.number(
                1,
                "SELECT coalesce(in_order, 0) FROM sessions WHERE account = ? AND symbol = ? AND mode = ?"
                        + " ORDER BY id DESC LIMIT 1",
                owner.account(),
                owner.symbol(),
                owner.mode());
        try (var row = database.read("SELECT * FROM books WHERE id = ?", books)) {
            if (!row.next()) {
                return Past.NONE;
            }
            var kept = kept(row);
            return past(kept, row.getLong("line"), books, inOrder == 1);
        }
    }

    private static Entry.BooksKept kept(ResultSet row) throws SQLException {
        return new Entry.BooksKept(
                Database.instant(row, "kept_at"),
                Database.instant(row, "opened_at"),
                Database.instant(row, "known_until"),
                Sums.parse(row.getString("sums")));
    }

    private Past past(Entry.BooksKept kept, long through, long books, boolean inOrder) throws SQLException {
        var since = new TreeMap<Long, Entry>();
        var fills = new ArrayList<Entry.FillBooked>();
        try (var row = database.read(
                "SELECT * FROM fills WHERE books = ? AND (line > ? OR at >= ? OR order_id IN"
                        + " (SELECT order_id FROM orders WHERE books = ? AND open = 1))",
                books,
                through,
                kept.knownUntil().minus(REACHES_BACK),
                books)) {
            while (row.next()) {
                var fill = fill(row);
                fills.add(fill);
                if (row.getLong("line") > through) {
                    since.put(row.getLong("line"), fill);
                }
            }
        }
        try (var row = database.read("SELECT * FROM transfers WHERE books = ? AND line > ?", books, through)) {
            while (row.next()) {
                since.put(row.getLong("line"), transfer(row));
            }
        }
        return new Past(kept, List.copyOf(since.values()), fills, inOrder);
    }

    private static Entry.FillBooked fill(ResultSet row) throws SQLException {
        return new Entry.FillBooked(
                Database.instant(row, "at"),
                row.getString("order_id"),
                row.getLong("trade_id"),
                clientId(row),
                row.getString("role"),
                Side.valueOf(row.getString("side")),
                Database.decimal(row, "price"),
                Database.decimal(row, "quantity"),
                Database.decimal(row, "fee"),
                row.getString("fee_asset"),
                row.getInt("maker") == 1,
                Database.decimal(row, "mid"));
    }

    private static @Nullable Long clientId(ResultSet row) throws SQLException {
        var id = row.getLong("client_id");
        return row.wasNull() ? null : id;
    }

    private static Entry.Transferred transfer(ResultSet row) throws SQLException {
        return new Entry.Transferred(
                Database.instant(row, "at"),
                Database.decimal(row, "base"),
                Database.decimal(row, "quote"),
                Database.decimal(row, "mid"));
    }
}
