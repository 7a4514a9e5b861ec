package makerdeck.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import makerdeck.text.Line;
import makerdeck.text.Lines;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a recorded feed, from a plain or gzip file, read as they are needed. A line that makes no sense is left
 * out and told; after too many of them the file is no recording.
 */
final class Recording implements AutoCloseable {

    private static final int GZIP_MAGIC = 0x1f8b;

    private static final int LONGEST = 4 << 20;
    private static final int LEFT_OUT_AT_MOST = 100;
    private static final int TOLD_AT_MOST = 200;

    private final Lines lines;
    private final Consumer<String> misfits;
    private int number;
    private int leftOut;

    /** @param misfits told of each line left out */
    Recording(Path file, Consumer<String> misfits) throws IOException {
        this.misfits = misfits;
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, Words.say("text.no-file"));
        }
        var bytes = new BufferedInputStream(Files.newInputStream(file));
        try {
            lines = new Lines(unpacked(bytes), LONGEST);
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

    /** The next line that makes sense, null after the last. Throws {@link IOException} when there are too many others. */
    @Nullable
    RecordedLine next() throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            number = line.number();
            try {
                return parsed(line);
            } catch (IllegalArgumentException | ArithmeticException misfit) {
                leaveOut(String.valueOf(misfit.getMessage()));
            }
        }
        return null;
    }

    private static RecordedLine parsed(Line line) {
        if (!line.isReadable()) {
            throw new MisfitException(line.flaw());
        }
        return RecordedLine.parse(line.text());
    }

    /** The line read last makes no sense. Throws {@link IOException} when it is one too many. */
    void leaveOut(String why) throws IOException {
        var told = Words.say("simulator.feed.line", number, why.substring(0, Math.min(TOLD_AT_MOST, why.length())));
        leftOut++;
        if (leftOut > LEFT_OUT_AT_MOST) {
            throw new IOException(Words.say("simulator.feed.too-many", LEFT_OUT_AT_MOST, told));
        }
        misfits.accept(told);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
