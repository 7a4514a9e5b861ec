package makerdeck.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;

/**
 * The journal as older programs left it, beside the journal: {@code journal.db.version-1-TIME}. The newest few are
 * kept. One that bears its name is whole and on the disk.
 */
final class OldCopies {

    private static final int KEPT = 2;
    private static final String UNFINISHED = ".unfinished";

    private final Path file;
    private final Pattern names;

    OldCopies(Path file) {
        this.file = file.toAbsolutePath();
        names = Pattern.compile(Pattern.quote(file.getFileName().toString()) + "\\.version-[0-9]+-([0-9]+)");
    }

    /**
     * Copies the journal as it is now, and drops the oldest copies. By one process at a time.
     *
     * @throws IOException when there is no room, or no right to write
     */
    Path make(int version, Instant now) throws IOException {
        var name = file.getFileName() + ".version-" + version + "-" + now.toEpochMilli();
        var copy = file.resolveSibling(name);
        var unfinished = file.resolveSibling(file.getFileName() + ".version-" + version + UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            write(unfinished);
            force(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
            force(file.resolveSibling("."), StandardOpenOption.READ);
            dropOldest();
            return copy;
        } catch (SQLException | IOException failed) {
            drop(unfinished, failed);
            throw new UnavailableException(Message.of("journal.no-copy", name, Opening.reason(failed)), failed);
        }
    }

    private static void drop(Path unfinished, Exception failed) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException left) {
            failed.addSuppressed(left);
        }
    }

    /** Over a connection of its own: the caller's has a transaction open. */
    private void write(Path to) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, to.toString());
            statement.execute();
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private void dropOldest() throws IOException {
        try (var beside = Files.list(file.resolveSibling("."))) {
            var copies = beside.filter(path -> names.matcher(name(path)).matches())
                    .sorted(Comparator.comparingLong(this::madeAt).reversed())
                    .skip(KEPT)
                    .toList();
            for (var old : copies) {
                Files.delete(old);
            }
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private long madeAt(Path copy) {
        var match = names.matcher(name(copy));
        return match.matches() && match.group(1).length() <= 18 ? Long.parseLong(match.group(1)) : Long.MIN_VALUE;
    }
}
