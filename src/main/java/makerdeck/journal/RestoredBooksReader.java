package makerdeck.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import makerdeck.domain.Side;

/** Reads what earlier lives of a desk left. */
final class RestoredBooksReader {

    /** The venue's history is read again from this much before the books' own mark. */
    private static final Duration REACHES_BACK = Duration.ofMinutes(15);

    private final Database database;

    RestoredBooksReader(Database database) {
        this.database = database;
    }

    /** The last books of the desk, 0 when there are none. */
    long books(JournalOwner owner) throws SQLException {
        return database.number(
                0,
                "SELECT max(id) FROM books WHERE account = ? AND symbol = ? AND mode = ? AND sums IS NOT NULL",
                owner.account(),
                owner.symbol(),
                owner.mode());
    }

    /** Of the newest order that was ours. */
    OptionalLong lastClientId(JournalOwner owner) throws SQLException {
        var found = database.number(
                -1,
                "SELECT client_id FROM orders WHERE books IN"
                        + " (SELECT id FROM books WHERE account = ? AND symbol = ? AND mode = ?) ORDER BY at DESC LIMIT 1",
                owner.account(),
                owner.symbol(),
                owner.mode());
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /**
     * The newest own fills of each role with a fee in one of the market's own assets, newest first.
     *
     * @param from older ones are not looked for
     * @param each at most so many of a role
     */
    List<Entry.FillBooked> lately(JournalOwner owner, Instant from, int each) throws SQLException {
        var newest = new ArrayList<Entry.FillBooked>();
        for (var maker : List.of(1, 0)) {
            try (var row = database.read(
                    "SELECT * FROM fills WHERE books IN (SELECT id FROM books WHERE account = ? AND symbol = ?"
                            + " AND mode = ?) AND at >= ? AND maker = ? AND role <> ? AND instr(?, '_' || fee_asset || '_')"
                            + " ORDER BY at DESC, line DESC LIMIT ?",
                    owner.account(),
                    owner.symbol(),
                    owner.mode(),
                    from,
                    maker,
                    Entry.FillBooked.EXTERNAL,
                    "_" + owner.symbol() + "_",
                    each)) {
                while (row.next()) {
                    newest.add(fill(row));
                }
            }
        }
        return newest;
    }

    /** Whether the last life left nothing on the venue; empty when there was none. */
    Optional<Boolean> endedInOrder(JournalOwner owner) throws SQLException {
        var inOrder = database.number(
                -1,
                "SELECT coalesce(in_order, 0) = 1 FROM sessions WHERE account = ? AND symbol = ? AND mode = ?"
                        + " ORDER BY id DESC LIMIT 1",
                owner.account(),
                owner.symbol(),
                owner.mode());
        return inOrder < 0 ? Optional.empty() : Optional.of(inOrder == 1);
    }

    /**
     * That the last life which began to trade was halted and never resumed, with the reason that it gave first; empty
     * when it was not. Beginning and leaving are no answer to a halt.
     */
    Optional<Journal.Halted> halted(JournalOwner owner) throws SQLException {
        try (var row = database.read("""
                WITH mine AS (SELECT states.rowid AS row, states.at AS at, state, reason FROM states
                    JOIN sessions ON sessions.id = states.session WHERE account = ? AND symbol = ? AND mode = ?
                    AND state NOT IN ('STARTING', 'STOPPING', 'STOPPED'))
                SELECT at, reason FROM mine WHERE state = 'HALTED'
                    AND row > coalesce((SELECT max(row) FROM mine WHERE state <> 'HALTED'), 0) ORDER BY row LIMIT 1""", owner.account(), owner.symbol(), owner.mode())) {
            return row.next()
                    ? Optional.of(new Journal.Halted(Cells.instant(row, "at"), row.getString("reason")))
                    : Optional.empty();
        }
    }

    RestoredBooks read(JournalOwner owner, long books) throws SQLException {
        try (var row = database.read("SELECT * FROM books WHERE id = ?", books)) {
            if (!row.next()) {
                return RestoredBooks.NONE;
            }
            var kept = kept(row, LedgerSums.lots(database, books));
            return restored(
                    kept, Cells.whole(row, "line"), books, endedInOrder(owner).orElse(true));
        }
    }

    private static Entry.BooksKept kept(ResultSet row, Entry.Lots lots) throws SQLException {
        return new Entry.BooksKept(
                Cells.instant(row, "kept_at"),
                Cells.instant(row, "opened_at"),
                Cells.instant(row, "known_until"),
                LedgerSums.parse(Cells.text(row, "sums")),
                lots);
    }

    private RestoredBooks restored(Entry.BooksKept kept, long through, long books, boolean inOrder)
            throws SQLException {
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
                if (Cells.whole(row, "line") > through) {
                    since.put(Cells.whole(row, "line"), fill);
                }
            }
        }
        try (var row = database.read("SELECT * FROM transfers WHERE books = ? AND line > ?", books, through)) {
            while (row.next()) {
                since.put(Cells.whole(row, "line"), transfer(row));
            }
        }
        try (var row = database.read("SELECT * FROM conversions WHERE books = ? AND line > ?", books, through)) {
            while (row.next()) {
                since.put(Cells.whole(row, "line"), conversion(row));
            }
        }
        var payments = interest(kept, through, books, since);
        return new RestoredBooks(kept, List.copyOf(since.values()), fills, inOrder, payments, List.of());
    }

    /** All that the venue's history may bring again; what the books do not contain yet goes to {@code since}. */
    private Set<String> interest(Entry.BooksKept kept, long through, long books, Map<Long, Entry> since)
            throws SQLException {
        var payments = new HashSet<String>();
        try (var row = database.read(
                "SELECT * FROM interest WHERE books = ? AND (line > ? OR at >= ?)",
                books,
                through,
                kept.knownUntil().minus(RestoredBooks.INTEREST_REACHES_BACK))) {
            while (row.next()) {
                payments.add(Cells.text(row, "payment"));
                if (Cells.whole(row, "line") > through) {
                    since.put(
                            Cells.whole(row, "line"),
                            new Entry.InterestBooked(
                                    Cells.instant(row, "at"),
                                    Cells.text(row, "payment"),
                                    Cells.decimal(row, "base"),
                                    Cells.decimal(row, "quote"),
                                    Cells.decimal(row, "mid")));
                }
            }
        }
        return payments;
    }

    private static Entry.FillBooked fill(ResultSet row) throws SQLException {
        var layer = Cells.wholeOrNull(row, "layer");
        return new Entry.FillBooked(
                Cells.instant(row, "at"),
                Cells.text(row, "order_id"),
                Cells.whole(row, "trade_id"),
                Cells.wholeOrNull(row, "client_id"),
                Cells.text(row, "role"),
                side(row),
                Cells.size(row, "price"),
                Cells.size(row, "quantity"),
                Cells.decimal(row, "fee"),
                Cells.text(row, "fee_asset"),
                Cells.whole(row, "maker") == 1,
                Cells.decimal(row, "mid"),
                layer == null ? null : Math.toIntExact(layer),
                row.getString("regime"));
    }

    private static Side side(ResultSet row) throws SQLException {
        return switch (Cells.text(row, "side")) {
            case "BID" -> Side.BID;
            case "ASK" -> Side.ASK;
            default -> throw Cells.damage("side");
        };
    }

    private static Entry.Transferred transfer(ResultSet row) throws SQLException {
        return new Entry.Transferred(
                Cells.instant(row, "at"),
                Cells.decimal(row, "base"),
                Cells.decimal(row, "quote"),
                Cells.decimal(row, "mid"));
    }

    private static Entry.FeesConverted conversion(ResultSet row) throws SQLException {
        return new Entry.FeesConverted(
                Cells.instant(row, "at"),
                Cells.text(row, "asset"),
                Cells.decimal(row, "amount"),
                Cells.size(row, "price"));
    }
}
