package makerdeck.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import makerdeck.message.BadFileException;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;

/**
 * A journal to look at where nothing may be written, or where what SQLite writes beside it would belong to somebody
 * else and lock its owner out: a copy of it and of what is not in it yet, gone after use.
 */
final class ReadCopy implements AutoCloseable {

    private static final List<String> PARTS = List.of("", "-wal");
    private static final int TRIES = 5;

    private final Path folder;

    private ReadCopy(Path folder) {
        this.folder = folder;
    }

    /** Whether the journal itself cannot be opened without harm. */
    static boolean isNeeded(Path journal) throws IOException {
        var folder = journal.toAbsolutePath().getParent();
        return folder == null
                || !Files.isWritable(folder)
                || !Files.getAttribute(journal, "unix:uid")
                        .equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    /** Throws {@link IOException} when it may not be read, or changes all the time. */
    static ReadCopy of(Path journal) throws IOException {
        var copy = new ReadCopy(Files.createTempDirectory("makerdeck-report-"));
        try {
            for (var tries = 0; tries < TRIES; tries++) {
                var before = state(journal);
                for (var part : PARTS) {
                    copy(Path.of(journal + part), Path.of(copy.file() + part));
                }
                if (state(journal).equals(before)) {
                    return copy;
                }
            }
            throw new BadFileException(journal, Message.of("journal.changes"));
        } catch (IOException failed) {
            copy.close();
            throw failed;
        }
    }

    private static void copy(Path part, Path to) throws IOException {
        Files.deleteIfExists(to);
        try {
            Files.copy(part, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException none) {
            if (!part.toString().endsWith("-wal")) {
                throw none;
            }
        }
    }

    /** Other than before when somebody has written. */
    private static String state(Path journal) throws IOException {
        var state = new StringBuilder();
        for (var part : PARTS) {
            var file = Path.of(journal + part);
            if (part.isEmpty() || Files.exists(file)) {
                state.append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append(' ');
            }
        }
        return state.toString();
    }

    Path file() {
        return folder.resolve("journal.db");
    }

    @Override
    public void close() throws IOException {
        try (var left = Files.list(folder)) {
            for (var file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** What is to be read. */
    interface Reading<T> {
        T of(Database database) throws SQLException;
    }

    /** From the file, or from a copy of it where one is needed. Throws {@link IOException} with one line that names it. */
    static <T> T read(Path file, Reading<T> reading) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) || !isNeeded(file)) {
            return read(file, file, reading);
        }
        try (var copy = of(file)) {
            return read(copy.file(), file, reading);
        }
    }

    /** {@code file}: as it is called in what goes wrong. */
    private static <T> T read(Path opened, Path file, Reading<T> reading) throws IOException {
        try (var database = Database.openReadOnly(opened)) {
            return reading.of(database);
        } catch (SQLException unreadable) {
            throw new UnavailableException(
                    Message.of("journal.unreadable", file, Message.about(unreadable)), unreadable);
        }
    }
}
