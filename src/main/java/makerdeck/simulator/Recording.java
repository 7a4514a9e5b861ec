package makerdeck.simulator;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/** The lines of a recorded feed, from a plain or gzip file, read as they are needed. */
final class Recording implements AutoCloseable {

    private static final int GZIP_MAGIC = 0x1f8b;

    private final BufferedReader lines;
    private int count;

    Recording(Path file) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file));
        try {
            lines = new BufferedReader(new InputStreamReader(unpacked(bytes), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            bytes.close();
            throw failure;
        }
    }

    private static InputStream unpacked(InputStream bytes) throws IOException {
        bytes.mark(2);
        int magic = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(bytes) : bytes;
    }

    /** The next line, null after the last. */
    @Nullable
    RecordedLine next() throws IOException {
        var text = lines.readLine();
        if (text == null) {
            return null;
        }
        count++;
        try {
            return RecordedLine.parse(text);
        } catch (IllegalArgumentException misfit) {
            throw new IOException(Words.say("simulator.feed.line", count, misfit.getMessage()), misfit);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
