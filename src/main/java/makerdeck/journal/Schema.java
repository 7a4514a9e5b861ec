package makerdeck.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.TreeSet;
import makerdeck.words.Words;

/**
 * The tables. Times are microseconds since 1970 UTC, decimals exact text.
 *
 * <p>{@code line} counts all bookings up, so that fills and transfers can be read in the order in which they
 * were booked; the books' own {@code line} is the last one that their {@code sums} contain.
 */
final class Schema {

    private static final int VERSION = 2;

    private static final String INTEREST = """
        CREATE TABLE interest (line INTEGER NOT NULL, books INTEGER NOT NULL, at INTEGER NOT NULL, payment TEXT NOT NULL,
            base TEXT NOT NULL, quote TEXT NOT NULL, mid TEXT NOT NULL, PRIMARY KEY (books, payment))""";

    private static final String[] TABLES = {
        INTEREST,
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
            reason TEXT NOT NULL)"""
    };

    private Schema() {}

    /** Refuses what a newer program wrote. */
    static int version(Connection connection, Path file) throws SQLException, NewerJournalException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA user_version")) {
            var found = row.next() ? row.getInt(1) : 0;
            if (found > VERSION) {
                throw new NewerJournalException(Words.say("journal.newer", file, found, VERSION));
            }
            return found;
        }
    }

    /** Throws {@link SQLException} when a table or a column is not there: what would be written has no place. */
    static void requireAll(Connection connection) throws SQLException {
        try (var fresh = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            create(fresh);
            var missing = columns(fresh);
            missing.removeAll(columns(connection));
            if (!missing.isEmpty()) {
                throw Cells.damage(missing.first());
            }
        }
    }

    private static TreeSet<String> columns(Connection connection) throws SQLException {
        var columns = new TreeSet<String>();
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery("SELECT tables.name || '.' || columns.name FROM sqlite_master AS tables,"
                                + " pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    /** Brings what an older program wrote to this version, all or nothing: it knew of no interest, and there was none. */
    static void upgrade(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(INTEREST);
            statement.execute("UPDATE books SET sums = sums || char(10) || 'interest=0' WHERE sums IS NOT NULL");
            statement.execute("PRAGMA user_version = " + VERSION);
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Makes the tables in an empty file, all or none. */
    static void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var table : TABLES) {
                statement.execute(table);
            }
            statement.execute("PRAGMA user_version = " + VERSION);
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
