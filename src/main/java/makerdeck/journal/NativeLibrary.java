package makerdeck.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.tinylog.Logger;

/** The database is a library that the driver unpacks to a file and loads. Once loaded, the file is not needed. */
final class NativeLibrary {

    private static final String FOLDER = "org.sqlite.tmpdir";

    /** Bytes, a little more than the library has. */
    private static final int ROOM = 2 << 20;

    private NativeLibrary() {}

    /**
     * Loads it, if it is not loaded yet, from the folder given or from the system's own for files that do not last.
     *
     * @throws IOException when neither can be written and lets programs run
     */
    static void load(@Nullable Path folder) throws IOException {
        var failures = new ArrayList<Message>();
        for (var place : places(folder)) {
            try {
                loadFrom(place);
                return;
            } catch (IOException unwritten) {
                failures.add(Message.about(unwritten));
            } catch (Exception | LinkageError unloaded) {
                Logger.warn("no library from {}: {}", place, unloaded.toString());
                failures.add(obstacle(place));
            }
        }
        throw new UnavailableException(Message.of("journal.no-library", Message.sequence(failures)));
    }

    /** The driver keeps to itself what went wrong: there is no room, or what was unpacked must not run. */
    static Message obstacle(Path place) {
        try {
            var probe = Files.createTempFile(place, "library-", ".room");
            try {
                Files.write(probe, new byte[ROOM]);
            } finally {
                Files.delete(probe);
            }
            return Message.of("journal.no-programs", place);
        } catch (IOException unwritten) {
            return Message.about(unwritten);
        }
    }

    private static List<Path> places(@Nullable Path folder) {
        var temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        return folder == null ? List.of(temporary) : List.of(folder, temporary);
    }

    private static void loadFrom(Path place) throws Exception {
        var folder = Files.createTempDirectory(place, "library-");
        var before = System.setProperty(FOLDER, folder.toString());
        try {
            SQLiteJDBCLoader.initialize();
        } finally {
            if (before == null) {
                System.clearProperty(FOLDER);
            } else {
                System.setProperty(FOLDER, before);
            }
            delete(folder);
        }
    }

    /** With all that was unpacked there. */
    private static void delete(Path folder) throws IOException {
        try (var left = Files.list(folder)) {
            for (var unpacked : left.toList()) {
                Files.delete(unpacked);
            }
        }
        Files.delete(folder);
    }
}
