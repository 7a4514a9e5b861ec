package makerdeck.capture;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.session.SessionEntry;
import makerdeck.message.Message;
import makerdeck.process.FileErrors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a session one after the other. A file whose end was cut off, by a kill or a full disk, is read as far
 * as it goes; what is missing is told. One thread.
 */
public final class SessionReader implements Iterator<SessionEntry>, AutoCloseable {

    private final Deque<Path> left;
    private final List<Message> troubles = new ArrayList<>();

    private @Nullable Path file;
    private @Nullable CutStream bytes;
    private @Nullable BufferedReader lines;
    private @Nullable SessionEntry next;
    private long unreadable;

    SessionReader(List<Path> files) {
        left = new ArrayDeque<>(files);
    }

    @Override
    public boolean hasNext() {
        while (next == null && (lines != null || !left.isEmpty())) {
            var line = line();
            if (line != null) {
                take(line);
            }
        }
        return next != null;
    }

    @Override
    public SessionEntry next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var entry = next;
        next = null;
        return entry;
    }

    private void take(String line) {
        try {
            next = SessionEntry.read(line);
        } catch (MalformedMessageException cut) {
            unreadable++;
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        var packed = Files.newInputStream(file);
        try {
            return new GZIPInputStream(packed);
        } catch (IOException none) {
            packed.close();
            throw none;
        }
    }

    private @Nullable String line() {
        try {
            if (lines == null) {
                file = left.remove();
                var unpacked = new CutStream(unpacked(file));
                bytes = unpacked;
                lines = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8));
            }
            var line = lines.readLine();
            if (line == null) {
                end(bytes != null && bytes.isCut() ? Message.of("program.session.cut", String.valueOf(file)) : null);
            }
            return line;
        } catch (EOFException empty) {
            end(Message.of("program.session.cut", String.valueOf(file)));
            return null;
        } catch (IOException broken) {
            end(Message.of("program.session.unreadable", FileErrors.of(FileErrors.about(Path.of("" + file), broken))));
            return null;
        }
    }

    private void end(@Nullable Message trouble) {
        if (trouble != null) {
            troubles.add(trouble);
        }
        if (unreadable > 0) {
            troubles.add(Message.count("program.session.lines", unreadable, String.valueOf(file)));
            unreadable = 0;
        }
        close();
        lines = null;
    }

    /** What is missing in the files so far. */
    public List<Message> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        try {
            if (lines != null) {
                lines.close();
            }
        } catch (IOException unclosed) {
            FileErrors.log(FileErrors.of(unclosed), unclosed);
        }
    }
}
