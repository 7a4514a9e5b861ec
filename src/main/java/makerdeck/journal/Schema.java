package makerdeck.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.TreeSet;
import java.util.function.Consumer;
import makerdeck.message.Message;

/** Which version of {@link SchemaSteps} a file has, and the way to the newest. */
final class Schema {

    static final int VERSION = SchemaSteps.ALL.size();

    /** Since when there is interest. */
    static final int WITH_INTEREST = 2;

    /** Since when there are conversions of fees. */
    static final int WITH_CONVERSIONS = 3;

    /** Since when a valuation tells its parts. */
    static final int WITH_PARTS = 3;

    /** Since when there are sums by the hour, made of what was written before. */
    static final int WITH_HOURS = 5;

    /** Since when sums of fills are told apart by side and regime. */
    static final int WITH_SIDES = 6;

    /** Since when there is what a market-maker programme counts. */
    static final int WITH_PROGRAMME = 8;

    /** Since when lots are rows, no longer sums. */
    private static final int WITH_LOTS = 9;

    private Schema() {}

    /** Refuses what a newer program wrote. */
    static int version(Connection connection, Path file) throws SQLException, NewerJournalException {
        var found = version(connection);
        if (found > VERSION) {
            throw new NewerJournalException(Message.of("journal.newer", file, found, VERSION));
        }
        return found;
    }

    /** Zero for an empty file. */
    static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Makes the tables in an empty file, all or none; nothing when another desk was faster. */
    static void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                if (version(connection) == 0) {
                    advance(connection, 0, statementDone -> {});
                }
                statement.execute("COMMIT");
            } catch (SQLException failed) {
                undo(connection, failed);
                throw failed;
            }
        }
    }

    /**
     * Takes every step after version {@code from}. In a transaction of the caller's.
     *
     * @param done told of each statement that has been executed
     */
    static void advance(Connection connection, int from, Consumer<String> done) throws SQLException {
        ExactNumbers.register(connection);
        try (var statement = connection.createStatement()) {
            for (var step : SchemaSteps.ALL.subList(from, VERSION)) {
                for (var sql : step) {
                    statement.execute(sql);
                    done.accept(sql);
                }
            }
            if (from < WITH_HOURS) {
                FillSums.make(connection);
                for (var sql : HourlySums.ofAllThere()) {
                    statement.execute(sql);
                    done.accept(sql);
                }
            } else if (from < WITH_SIDES) {
                FillSums.make(connection);
                for (var sql : HourlySums.ofFillsThere()) {
                    statement.execute(sql);
                    done.accept(sql);
                }
            }
            if (from < WITH_LOTS) {
                LedgerSums.moveLots(connection, done);
            }
            statement.execute("PRAGMA user_version = " + VERSION);
        }
    }

    /** On a full disk SQLite has undone all by itself, and says that there is nothing to undo. */
    static void undo(Connection connection, Exception failed) {
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException undone) {
            failed.addSuppressed(undone);
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
}
