package makerdeck.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final InputStream from;
    private final byte[] buffer = new byte[8192];
    private int next;
    private int filled;
    private byte[] kept = new byte[256];
    private final Charset charset;
    private final int width;
    private final int longest;

    private int count;
    private int ahead = NONE;

    private static final int NONE = -2;
    private static final int END = -1;

    /** @param longest bytes of a line; a longer one is not kept, and flawed */
    public Lines(InputStream from, int longest) throws IOException {
        this.from = from;
        while (filled < LOOKED_AT && fill()) {
            // A stream may give less than it has.
        }
        var start = Arrays.copyOf(buffer, Math.min(filled, LOOKED_AT));
        charset = charset(start);
        width = charset.equals(StandardCharsets.UTF_8) ? 1 : 2;
        this.longest = longest;
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            next = 3;
        } else if (width == 2 && (begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF))) {
            next = 2;
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
        var size = 0L;
        while (unit != END && unit != '\n' && unit != '\r') {
            if (size + width <= longest) {
                put((int) size, unit);
            }
            size += width;
            unit = unit();
        }
        if (unit == '\r') {
            ahead = unit();
            ahead = ahead == '\n' ? NONE : ahead;
        }
        count++;
        return size > longest ? new Line(count, "", Message.of("text.too-long", longest)) : line((int) size);
    }

    private void put(int at, int unit) {
        if (at + width > kept.length) {
            kept = Arrays.copyOf(kept, 2 * kept.length);
        }
        if (width == 2) {
            kept[at] = (byte) (unit >> 8);
        }
        kept[at + width - 1] = (byte) unit;
    }

    /** Takes what the stream gives at once: where it breaks, all before that is there. False after the last byte. */
    private boolean fill() throws IOException {
        int read = from.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read > 0;
    }

    /** {@link #END} after the last. */
    private int read() throws IOException {
        if (next == filled) {
            next = 0;
            filled = 0;
            if (!fill()) {
                return END;
            }
        }
        return buffer[next++] & 0xFF;
    }

    /** A byte, or two of them; {@link #END} after the last. */
    private int unit() throws IOException {
        if (ahead != NONE) {
            var waiting = ahead;
            ahead = NONE;
            return waiting;
        }
        var first = read();
        if (width == 1 || first < 0) {
            return first;
        }
        var second = Math.max(0, read());
        return charset.equals(StandardCharsets.UTF_16BE) ? first << 8 | second : second << 8 | first;
    }

    private Line line(int size) {
        var units = width == 1 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE;
        try {
            var text = units.newDecoder().decode(ByteBuffer.wrap(kept, 0, size)).toString();
            // Some editors of long ago end a file with this.
            text = text.endsWith("\u001A") ? text.substring(0, text.length() - 1) : text;
            var sign = Plain.misleading(text);
            return new Line(count, text, sign.isEmpty() ? null : Message.of("text.misleading", sign));
        } catch (CharacterCodingException other) {
            return new Line(count, new String(kept, 0, size, units), Message.of("text.other-bytes"));
        }
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
