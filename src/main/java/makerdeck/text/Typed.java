package makerdeck.text;

import java.io.IOException;
import java.io.Reader;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** Lines as they are typed or piped, one at a time and as soon as each has ended. One thread. */
public final class Typed {

    private static final int LONGEST = 4096;

    private final Reader from;
    private final boolean wholeOnly;
    private int count;
    private boolean afterReturn;

    public Typed(Reader from) {
        this(from, false);
    }

    private Typed(Reader from, boolean wholeOnly) {
        this.from = from;
        this.wholeOnly = wholeOnly;
    }

    /** The same, but of programs: of a line that the end of the input has cut off nothing counts. */
    public static Typed whole(Reader from) {
        return new Typed(from, true);
    }

    /** The next line, null after the last. Blocks; of a line that is too long only its beginning is kept. */
    public @Nullable Line next() throws IOException {
        var text = new StringBuilder();
        var size = 0L;
        for (var sign = from.read(); sign >= 0; sign = from.read()) {
            var second = afterReturn && sign == '\n';
            afterReturn = sign == '\r';
            if (second) {
                continue;
            }
            if (sign == '\n' || sign == '\r') {
                return line(text, size);
            }
            size++;
            if (size <= LONGEST) {
                text.append((char) sign);
            }
        }
        return size == 0 ? null : last(line(text, size));
    }

    private Line last(Line line) {
        return wholeOnly ? new Line(line.number(), line.text(), Message.of("text.cut-off")) : line;
    }

    private Line line(StringBuilder text, long size) {
        count++;
        return size <= LONGEST
                ? new Line(count, text.toString(), null)
                : new Line(count, text.substring(0, 80) + "...", Message.of("text.too-many-signs", LONGEST));
    }
}
