package makerdeck.journal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** An open journal file. One thread at a time. */
final class Database implements AutoCloseable {

    private static final int BUSY_MILLIS = 1000;
    private static final Message SOUND = Message.plain("ok");

    private static final Set<Integer> OUT_OF_REACH = Stream.of(
                    SQLiteErrorCode.SQLITE_PERM,
                    SQLiteErrorCode.SQLITE_ABORT,
                    SQLiteErrorCode.SQLITE_BUSY,
                    SQLiteErrorCode.SQLITE_LOCKED,
                    SQLiteErrorCode.SQLITE_NOMEM,
                    SQLiteErrorCode.SQLITE_READONLY,
                    SQLiteErrorCode.SQLITE_INTERRUPT,
                    SQLiteErrorCode.SQLITE_IOERR,
                    SQLiteErrorCode.SQLITE_FULL,
                    SQLiteErrorCode.SQLITE_CANTOPEN,
                    SQLiteErrorCode.SQLITE_PROTOCOL,
                    SQLiteErrorCode.SQLITE_MISUSE,
                    SQLiteErrorCode.SQLITE_NOLFS,
                    SQLiteErrorCode.SQLITE_AUTH)
            .map(code -> code.code)
            .collect(Collectors.toUnmodifiableSet());

    private final Connection connection;
    private final int version;
    private final @Nullable Message upgrade;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Database(Connection connection, int version, @Nullable Message upgrade) {
        this.connection = connection;
        this.version = version;
        this.upgrade = upgrade;
    }

    /**
     * Opens for writing, makes the tables if there are none, looks whether the file is sound, and brings an older
     * program's to this version.
     */
    static Database open(Path file, Instant now) throws SQLException, IOException {
        return open(file, now, step -> {});
    }

    /** {@code done}: told of each thing done to bring an older file to this version. */
    static Database open(Path file, Instant now, Consumer<String> done) throws SQLException, IOException {
        requireFile(file);
        if (!Files.exists(file)) {
            // SQLite gives its side files the same permissions.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        var connection = connect(config, file);
        try {
            var version = Schema.version(connection, file);
            if (version == 0) {
                Schema.create(connection);
            }
            check(connection);
            var isOld = version > 0 && version < Schema.VERSION;
            var upgrade = isOld
                    ? new Upgrade(connection, file, now, done).from(version).orElse(null)
                    : null;
            Schema.requireAll(connection);
            ExactNumbers.register(connection);
            return new Database(connection, Schema.VERSION, upgrade);
        } catch (SQLException | IOException | RuntimeException broken) {
            connection.close();
            throw broken;
        }
    }

    /** To open a pipe waits for whoever writes to it. */
    private static void requireFile(Path file) throws SQLException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnsoundFileException(Message.of("journal.no-file"), SQLiteErrorCode.SQLITE_CANTOPEN);
        }
    }

    /** Opens for reading, also while a desk writes. */
    static Database openReadOnly(Path file) throws SQLException, IOException {
        requireFile(file);
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        var connection = connect(config, file);
        try {
            return new Database(connection, Schema.version(connection, file), null);
        } catch (SQLException | IOException | RuntimeException broken) {
            connection.close();
            throw broken;
        }
    }

    private static Connection connect(SQLiteConfig config, Path file) throws SQLException, IOException {
        NativeLibrary.load(file.toAbsolutePath().getParent());
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private static void check(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA quick_check(1)")) {
            var found = row.next() ? Message.plain(row.getString(1)) : Message.of("journal.no-answer");
            if (!found.equals(SOUND)) {
                throw new UnsoundFileException(
                        Message.of("journal.file-damaged", found), SQLiteErrorCode.SQLITE_CORRUPT);
            }
        }
    }

    /** Of the tables; older than {@link Schema#VERSION} only where nothing is written. */
    int version() {
        return version;
    }

    /** What was done to the file to bring it to this version; empty when nothing. */
    Optional<Message> upgrade() {
        return Optional.ofNullable(upgrade);
    }

    /** Whether what is in the file is broken, rather than the file out of reach. */
    static boolean isDamage(SQLException failure) {
        if (failure instanceof SQLiteException sqlite) {
            return !OUT_OF_REACH.contains(sqlite.getResultCode().code & 0xFF);
        }
        return failure.getErrorCode() == SQLiteErrorCode.SQLITE_CORRUPT.code;
    }

    /** Whether what was to be written breaks a rule of its table: it would every time. */
    static boolean isMisfit(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && switch (sqlite.getResultCode()) {
                    case SQLITE_CONSTRAINT_UNIQUE,
                            SQLITE_CONSTRAINT_PRIMARYKEY,
                            SQLITE_CONSTRAINT_ROWID,
                            SQLITE_CONSTRAINT_NOTNULL,
                            SQLITE_CONSTRAINT_CHECK,
                            SQLITE_MISMATCH,
                            SQLITE_TOOBIG,
                            SQLITE_RANGE -> true;
                    default -> false;
                };
    }

    /** Does all of {@code work} or nothing. */
    void atOnce(Work work) throws SQLException {
        execute("BEGIN");
        try {
            work.run();
            execute("COMMIT");
        } catch (SQLException | RuntimeException failed) {
            Schema.undo(connection, failed);
            throw failed;
        }
    }

    /** Within {@link #atOnce}: when {@code work} fails, nothing of it stands, and what was done before does. */
    void together(Work work) throws SQLException {
        execute("SAVEPOINT together");
        try {
            work.run();
            execute("RELEASE together");
        } catch (SQLException | RuntimeException failed) {
            try {
                execute("ROLLBACK TO together");
                execute("RELEASE together");
            } catch (SQLException undone) {
                // On a full disk SQLite has undone all by itself.
                failed.addSuppressed(undone);
            }
            throw failed;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What is done in one transaction. */
    interface Work {
        void run() throws SQLException;
    }

    int write(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    ResultSet read(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeQuery();
    }

    /** The first column of the first row; {@code otherwise} when there is none. */
    long number(long otherwise, String sql, @Nullable Object... values) throws SQLException {
        try (var row = read(sql, values)) {
            var found = row.next() ? Cells.wholeOrNull(row, row.getMetaData().getColumnName(1)) : null;
            return found == null ? otherwise : found;
        }
    }

    /** Into tables that have no sums of fills. In a transaction of the caller's. */
    void sumUpFills() throws SQLException {
        FillSums.make(connection);
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, stored(values[i]));
        }
        return statement;
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value instanceof Instant at ? (Object) micros(at) : value;
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    @Override
    public void close() throws SQLException {
        for (var statement : statements.values()) {
            statement.close();
        }
        connection.close();
    }
}
