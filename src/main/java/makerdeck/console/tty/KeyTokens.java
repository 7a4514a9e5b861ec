package makerdeck.console.tty;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * Splits what a terminal sends into whole keys: a character, an escape sequence, or {@link #ESCAPE} alone. Broken,
 * over-long and string sequences, and reports of the mouse, are taken from the stream and never come out. Keys thread
 * only.
 */
final class KeyTokens {

    static final String ESCAPE = "\033";

    private static final long FOREVER = 0;
    private static final int WITHIN_SEQUENCE_MILLIS = 500;
    /** Between two characters that a terminal sends at one go; nobody types as fast. */
    private static final int BURST_MILLIS = 25;

    private static final int LONGEST = 32;

    /** What stands behind the escape of a longer sequence. */
    private static final String INTRODUCERS = "[OP]^_X";

    private static final String BROKEN = "";
    private static final String AGAIN = "\033 another";

    private final NonBlockingReader in;
    private final int escapeMillis;
    private boolean unfinished;
    private boolean escaped;

    /** @param escapeMillis after which an escape character stands for itself */
    KeyTokens(NonBlockingReader in, int escapeMillis) {
        this.in = in;
        this.escapeMillis = escapeMillis;
    }

    /** Waits for the next key; null at the end of the stream. */
    @Nullable
    String next() throws IOException {
        while (true) {
            int c = in.read(FOREVER);
            if (c == NonBlockingReader.EOF) {
                return null;
            }
            if (unfinished && isRest(c)) {
                continue;
            }
            boolean late = escaped && INTRODUCERS.indexOf(c) >= 0 && in.peek(BURST_MILLIS) >= 0;
            escaped = false;
            var token = c == '\033' ? escape() : late ? after(c) : character(c);
            if (!token.equals(BROKEN) && !token.equals(AGAIN)) {
                escaped = token.equals(ESCAPE);
                return token;
            }
        }
    }

    /**
     * What comes at one go after a sequence that was not finished in time is the rest of it, however late: it must not
     * be taken for a line. What is typed comes alone, and ends the waiting.
     */
    private boolean isRest(int c) throws IOException {
        if (c == '\033') {
            return false;
        }
        if (in.peek(BURST_MILLIS) < 0) {
            unfinished = false;
            return c == '\r';
        }
        for (int next = in.peek(BURST_MILLIS); next >= 0 && next != '\033'; next = in.peek(BURST_MILLIS)) {
            in.read(BURST_MILLIS);
        }
        return true;
    }

    /** The next character of a sequence, or a negative number when it does not come in time. */
    private int within() throws IOException {
        int c = in.read(WITHIN_SEQUENCE_MILLIS);
        unfinished |= c == NonBlockingReader.READ_EXPIRED;
        return c;
    }

    /** The next character of a paste, or a negative number when none comes in time or ever. */
    int pasted(long millis) throws IOException {
        int c = in.read(millis);
        unfinished |= c == NonBlockingReader.READ_EXPIRED;
        return c;
    }

    private String character(int c) throws IOException {
        if (Character.isHighSurrogate((char) c)) {
            int low = within();
            return low >= 0 && Character.isLowSurrogate((char) low) ? "" + (char) c + (char) low : BROKEN;
        }
        boolean junk = Character.isLowSurrogate((char) c) || c >= 0x80 && c < 0xA0 || c == 0xFFFD;
        return junk ? BROKEN : String.valueOf((char) c);
    }

    private String escape() throws IOException {
        // An escape in front of a sequence, which some terminals send for Alt with an arrow, spoils it.
        boolean doubled = false;
        while (true) {
            int c = in.read(escapeMillis);
            if (c < 0) {
                return ESCAPE;
            }
            if (c == '\033') {
                doubled = true;
                continue;
            }
            var token = after(c);
            if (!token.equals(AGAIN)) {
                return doubled ? BROKEN : token;
            }
        }
    }

    private String after(int c) throws IOException {
        return switch (c) {
            case '[' -> control();
            case 'O' -> shifted();
            case 'P', ']', '^', '_', 'X' -> string();
            // Shift and tab on the Linux console.
            case '\t' -> ESCAPE + '\t';
            default -> c > ' ' && c <= 0x7F ? ESCAPE + (char) c : BROKEN;
        };
    }

    private String shifted() throws IOException {
        int c = within();
        return c >= '@' && c < 0x7F ? "\033O" + (char) c : BROKEN;
    }

    private String control() throws IOException {
        var token = new StringBuilder("\033[");
        while (true) {
            int c = within();
            if (c == '\033') {
                return AGAIN;
            }
            if (c < ' ' || c >= 0x7F) {
                return BROKEN;
            }
            token.append((char) c);
            if (c == '[' && token.length() == 3) {
                continue;
            }
            if (c >= '@') {
                return whole(token.toString());
            }
            if (token.length() > LONGEST) {
                token.setLength(LONGEST);
            }
        }
    }

    private String whole(String token) throws IOException {
        if (token.equals("\033[M")) {
            // The old mouse report: three raw bytes follow.
            for (int i = 0; i < 3; i++) {
                within();
            }
            return BROKEN;
        }
        return token.length() > LONGEST ? BROKEN : token;
    }

    /** Device control, operating system command and the like: up to their terminator. */
    private String string() throws IOException {
        while (true) {
            int c = within();
            if (c < 0 || c == '\007') {
                return BROKEN;
            }
            if (c == '\033') {
                int end = within();
                if (end < 0 || end == '\\') {
                    return BROKEN;
                }
            }
        }
    }
}
