package makerdeck.journal;

import static makerdeck.journal.Entries.NOON;
import static makerdeck.journal.Entries.OWNER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Journals as older programs left them, in those programs' own words. */
public final class OldJournal {

    /** Not to be changed when the program changes: the files are out there. */
    static final List<String> VERSION_1 = List.of(
            """
            CREATE TABLE books (id INTEGER PRIMARY KEY, account TEXT NOT NULL, symbol TEXT NOT NULL, venue TEXT NOT NULL,
                mode TEXT NOT NULL, base TEXT NOT NULL, quote TEXT NOT NULL, opened_at INTEGER NOT NULL,
                kept_at INTEGER, known_until INTEGER, line INTEGER, sums TEXT)""",
            """
            CREATE TABLE sessions (id INTEGER PRIMARY KEY, account TEXT NOT NULL, symbol TEXT NOT NULL, venue TEXT NOT NULL,
                mode TEXT NOT NULL, process INTEGER NOT NULL, began_at INTEGER NOT NULL, ended_at INTEGER,
                in_order INTEGER)""",
            """
            CREATE TABLE fills (line INTEGER NOT NULL, books INTEGER NOT NULL, at INTEGER NOT NULL, order_id TEXT NOT NULL,
                trade_id INTEGER NOT NULL, client_id INTEGER, role TEXT NOT NULL, side TEXT NOT NULL, price TEXT NOT NULL,
                quantity TEXT NOT NULL, fee TEXT NOT NULL, fee_asset TEXT NOT NULL, maker INTEGER NOT NULL,
                mid TEXT NOT NULL, PRIMARY KEY (books, order_id, trade_id))""",
            "CREATE INDEX fills_by_line ON fills (books, line)",
            "CREATE INDEX fills_by_time ON fills (books, at)",
            """
            CREATE TABLE transfers (line INTEGER NOT NULL, books INTEGER NOT NULL, at INTEGER NOT NULL, base TEXT NOT NULL,
                quote TEXT NOT NULL, mid TEXT NOT NULL, PRIMARY KEY (books, line))""",
            """
            CREATE TABLE equity (id INTEGER PRIMARY KEY, books INTEGER NOT NULL, at INTEGER NOT NULL, mid TEXT NOT NULL,
                equity TEXT NOT NULL, pnl TEXT NOT NULL)""",
            "CREATE INDEX equity_by_time ON equity (books, at)",
            """
            CREATE TABLE orders (books INTEGER NOT NULL, client_id INTEGER NOT NULL, at INTEGER NOT NULL,
                order_id TEXT NOT NULL, side TEXT NOT NULL, price TEXT NOT NULL, quantity TEXT NOT NULL,
                state TEXT NOT NULL, open INTEGER NOT NULL, PRIMARY KEY (books, client_id)) WITHOUT ROWID""",
            """
            CREATE TABLE parameters (session INTEGER NOT NULL, at INTEGER NOT NULL, name TEXT NOT NULL, before TEXT NOT NULL,
                after TEXT NOT NULL, source TEXT NOT NULL)""",
            """
            CREATE TABLE states (session INTEGER NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL,
                reason TEXT NOT NULL)""",
            "PRAGMA user_version = 1");

    private static final String SUMS = "base=20.5\nquote=-0.00";

    private OldJournal() {}

    static Connection connection(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** Books with so many fills, one a second up to {@link Entries#NOON}, kept through all but the last. */
    static void write(Path file, int fills) throws SQLException {
        try (var connection = connection(file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            for (var sql : VERSION_1) {
                statement.execute(sql);
            }
            statement.execute("BEGIN");
            var noon = Database.micros(NOON);
            statement.execute("INSERT INTO sessions VALUES (1, '" + OWNER.account()
                    + "', 'SOL_USDC', 'backpack', 'LIVE', 4711, " + noon + ", " + noon + ", 1)");
            statement.execute("INSERT INTO books VALUES (1, '" + OWNER.account()
                    + "', 'SOL_USDC', 'backpack', 'LIVE', 'SOL', 'USDC', " + noon + ", " + noon + ", " + noon + ", "
                    + (fills - 1) + ", '" + SUMS + "')");
            statement.execute("INSERT INTO equity VALUES (1, 1, " + noon + ", '150.005', '10000.10', '2.5')");
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + fills + ")"
                    + " INSERT INTO fills SELECT i, 1, " + noon + " - (" + fills + " - i) * 1000000,"
                    + " 1000000000000 + (i * 7919) % 1000000007, i, i, 'QUOTE',"
                    + " CASE i % 2 WHEN 0 THEN 'BID' ELSE 'ASK' END, '150.' || (10 + i % 90), '1.25', '0.0016',"
                    + " 'USDC', 1, '150.105' FROM n");
            statement.execute("COMMIT");
        }
    }

    /**
     * As the last program left it that wrote all lots among the sums: one account that holds, one that owes, one whose
     * books were never kept.
     */
    public static void writeVersionEight(Path file) throws IOException, SQLException {
        String all;
        try (var dump =
                Objects.requireNonNull(OldJournal.class.getResourceAsStream("/makerdeck/journal/version-8.sql"))) {
            all = new String(dump.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (var connection = connection(file);
                var statement = connection.createStatement()) {
            for (var sql : all.split(";\n")) {
                statement.execute(sql);
            }
        }
    }

    /** One number of the file. */
    static long number(Path file, String sql) throws SQLException {
        try (var connection = connection(file);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }
}
