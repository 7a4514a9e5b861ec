package makerdeck.recorder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** One gzip file of a recording; names sort in the order of their time. One thread. */
public final class RecordingFile implements AutoCloseable {

    /** Opens a file that is not there yet. Throws {@link FileAlreadyExistsException} when it is. */
    public interface Opener {
        Opener NEW_FILE = file -> Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

        /** One that nobody else may read. */
        Opener PRIVATE_FILE = file -> Channels.newOutputStream(Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));

        OutputStream open(Path file) throws IOException;
    }

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int MOST_OF_A_SECOND = 100;
    private static final int GZIP_HEAD = 10;
    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private final OutputStream bytes;
    private final Instant begunAt;

    private RecordingFile(Path path, OutputStream bytes, Instant begunAt) {
        this.path = path;
        this.bytes = bytes;
        this.begunAt = begunAt;
    }

    /** Makes sure that files can be made in a folder, before anything is heard for them. */
    public static void prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.delete(Files.createTempFile(folder, ".makerdeck", null));
    }

    /** A new file in a folder, which is made if need be. */
    public static RecordingFile open(Path folder, String symbol, Instant now, Opener opener) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; ; number++) {
            var name = symbol + "-" + NAME.format(now) + (number == 1 ? "" : "-" + number) + ".gz";
            var path = folder.resolve(name);
            try {
                return new RecordingFile(path, new BufferedOutputStream(begun(path, opener.open(path)), BUFFER), now);
            } catch (FileAlreadyExistsException taken) {
                if (number == MOST_OF_A_SECOND) {
                    throw taken;
                }
            }
        }
    }

    /** Flushed by force now and then, so that what a killed process leaves can be read. */
    private static OutputStream begun(Path path, OutputStream bytes) throws IOException {
        try {
            return new GZIPOutputStream(bytes, BUFFER, true);
        } catch (IOException full) {
            try (bytes) {
                throw full;
            } finally {
                dropEmpty(path);
            }
        }
    }

    /** A full disk is tried again every few seconds: what nothing got into is not left behind each time. */
    private static void dropEmpty(Path path) throws IOException {
        if (Files.exists(path) && Files.size(path) <= GZIP_HEAD) {
            Files.delete(path);
        }
    }

    public Path path() {
        return path;
    }

    /** Whether that moment belongs to another hour. */
    public boolean isOver(Instant now) {
        return now.getEpochSecond() / 3600 != begunAt.getEpochSecond() / 3600;
    }

    public void write(String line) throws IOException {
        bytes.write(line.getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
    }

    public void flush() throws IOException {
        bytes.flush();
    }

    @Override
    public void close() throws IOException {
        try {
            bytes.close();
        } finally {
            dropEmpty(path);
        }
    }
}
