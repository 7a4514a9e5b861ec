package makerdeck.simulator.recorded;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import makerdeck.message.BadFileException;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.text.Line;
import makerdeck.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a recorded feed, from a plain or gzip file, read as they are needed. A line that makes no sense is left
 * out and told; after too many of them the file is no recording.
 */
final class Recording implements AutoCloseable {

    private static final int GZIP_MAGIC = 0x1f8b;

    private static final int LONGEST = 4 << 20;
    private static final int LEFT_OUT_AT_MOST = 100;

    private final Path file;
    private final Lines lines;
    private final Consumer<Message> misfits;
    private int number;
    private int leftOut;
    private boolean cut;

    /** @param misfits told of each line left out */
    Recording(Path file, Consumer<Message> misfits) throws IOException {
        this.file = file;
        this.misfits = misfits;
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BadFileException(file, Message.of("text.no-file"));
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
        for (var line = line(); line != null; line = line()) {
            number = line.number();
            try {
                return parsed(line);
            } catch (MistakeException mistake) {
                leaveOut(number, mistake.said());
            } catch (IllegalArgumentException | ArithmeticException misfit) {
                leaveOut(number, Message.of("simulator.line.odd", String.valueOf(misfit.getMessage())));
            }
        }
        return null;
    }

    /** A file that a killed recorder left ends in the middle of something. */
    private @Nullable Line line() throws IOException {
        if (cut) {
            return null;
        }
        try {
            return lines.next();
        } catch (EOFException inTheMiddle) {
            cut = true;
            misfits.accept(Message.of("simulator.feed.cut", file.getFileName()));
            return null;
        }
    }

    private static RecordedLine parsed(Line line) {
        var flaw = line.flaw();
        if (flaw != null) {
            throw new MistakeException(flaw);
        }
        return RecordedLine.parse(line.text());
    }

    /** Of the line read last, as an editor counts. */
    int number() {
        return number;
    }

    /** A line makes no sense. Throws {@link IOException} when it is one too many. */
    void leaveOut(int line, Message why) throws IOException {
        var told = Message.of("simulator.feed.line", line, why);
        leftOut++;
        if (leftOut > LEFT_OUT_AT_MOST) {
            throw new BadFileException(file, Message.of("simulator.feed.too-many", LEFT_OUT_AT_MOST, told));
        }
        misfits.accept(told);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
