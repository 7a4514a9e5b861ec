package makerdeck.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import makerdeck.message.BadFileException;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text line by line, whoever made it: UTF-8, or UTF-16 with or without its mark; lines that end in LF, CR LF
 * or CR. A line that cannot be read costs that line. Never holds more than one line. One thread.
 */
public final class Lines implements AutoCloseable {

    private static final int LOOKED_AT = 64;

    private final InputStream bytes;
    private final Charset charset;
    private final int width;
    private final int longest;

    private int count;
    private int ahead = NONE;

    private static final int NONE = -2;
    private static final int END = -1;

    /** @param longest bytes of a line; a longer one is not kept, and flawed */
    public Lines(InputStream from, int longest) throws IOException {
        bytes = new BufferedInputStream(from);
        bytes.mark(LOOKED_AT);
        var start = bytes.readNBytes(LOOKED_AT);
        bytes.reset();
        charset = charset(start);
        width = charset.equals(StandardCharsets.UTF_8) ? 1 : 2;
        this.longest = longest;
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            bytes.skipNBytes(3);
        } else if (width == 2 && (begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF))) {
            bytes.skipNBytes(2);
        }
    }

    /**
     * All lines of a file.
     *
     * @param most bytes that such a file may have
     * @throws IOException when it cannot be read, is no file, or is larger
     */
    public static List<Line> of(Path file, int most) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BadFileException(file, Message.of("text.no-file"));
        }
        if (Files.size(file) > most) {
            throw new BadFileException(file, Message.of("text.too-large", most));
        }
        var all = new ArrayList<Line>();
        try (var lines = new Lines(Files.newInputStream(file), most)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }

    private static Charset charset(byte[] start) {
        if (begins(start, 0xFF, 0xFE) || isEverySecond(start, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(start, 0xFE, 0xFF) || isEverySecond(start, 0)
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] start, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Zeros in every second place, and nowhere else: ASCII in two bytes each. */
    private static boolean isEverySecond(byte[] start, int offset) {
        for (var i = 0; i < start.length; i++) {
            if (start[i] == 0 != (i % 2 == offset)) {
                return false;
            }
        }
        return start.length >= 4;
    }

    /** The next line, null after the last. */
    public @Nullable Line next() throws IOException {
        var unit = unit();
        if (unit == END) {
            return null;
        }
        var line = new ByteArrayOutputStream();
        var size = 0L;
        while (unit != END && unit != '\n' && unit != '\r') {
            size += width;
            if (size <= longest) {
                put(line, unit);
            }
            unit = unit();
        }
        if (unit == '\r') {
            ahead = unit();
            ahead = ahead == '\n' ? NONE : ahead;
        }
        count++;
        return size > longest ? new Line(count, "", Message.of("text.too-long", longest)) : line(line.toByteArray());
    }

    private void put(ByteArrayOutputStream line, int unit) {
        if (width == 1) {
            line.write(unit);
        } else {
            line.write(unit >> 8);
            line.write(unit);
        }
    }

    /** A byte, or two of them; {@link #END} after the last. */
    private int unit() throws IOException {
        if (ahead != NONE) {
            var waiting = ahead;
            ahead = NONE;
            return waiting;
        }
        var first = bytes.read();
        if (width == 1 || first < 0) {
            return first;
        }
        var second = Math.max(0, bytes.read());
        return charset.equals(StandardCharsets.UTF_16BE) ? first << 8 | second : second << 8 | first;
    }

    private Line line(byte[] found) {
        var from = width == 1 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE;
        try {
            var text = from.newDecoder().decode(ByteBuffer.wrap(found)).toString();
            // Some editors of long ago end a file with this.
            text = text.endsWith("\u001A") ? text.substring(0, text.length() - 1) : text;
            var sign = Plain.misleading(text);
            return new Line(count, text, sign.isEmpty() ? null : Message.of("text.misleading", sign));
        } catch (CharacterCodingException other) {
            return new Line(count, new String(found, from), Message.of("text.other-bytes"));
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
