package makerdeck.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import makerdeck.message.Message;

/**
 * Brings the journal of an older program to this one's version: a copy of it is put aside, then all steps are taken
 * in one transaction, so that whenever the process ends the file is of the one version or of the other.
 */
final class Upgrade {

    /** Another desk that has begun the same is waited for. */
    private static final String PATIENT = "PRAGMA busy_timeout = 120000";

    private final Connection connection;
    private final Path file;
    private final Instant now;
    private final Consumer<String> done;

    /** @param done told of everything that has been done, in the middle of it */
    Upgrade(Connection connection, Path file, Instant now, Consumer<String> done) {
        this.connection = connection;
        this.file = file;
        this.now = now;
        this.done = done;
    }

    /**
     * What was done; empty when another desk was faster.
     *
     * @throws IOException when there is no room for the copy: nothing has been changed then
     */
    Optional<Message> from(int version) throws SQLException, IOException {
        var patience = number("PRAGMA busy_timeout");
        execute(PATIENT);
        try {
            // From here on nobody else writes.
            execute("BEGIN IMMEDIATE");
            return steps(version);
        } finally {
            execute("PRAGMA busy_timeout = " + patience);
        }
    }

    private Optional<Message> steps(int version) throws SQLException, IOException {
        try {
            Optional<Message> told = Optional.empty();
            if (Schema.version(connection) == version) {
                var copy = new OldCopies(file).make(version, now);
                done.accept(copy.toString());
                Schema.advance(connection, version, done);
                told = Optional.of(Message.of("journal.upgraded", version, Schema.VERSION, copy.getFileName()));
            }
            execute("COMMIT");
            return told;
        } catch (SQLException | IOException | RuntimeException failed) {
            Schema.undo(connection, failed);
            throw failed;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.getInt(1);
        }
    }
}
