package makerdeck.console.tty;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jline.utils.NonBlockingReader;
import org.tinylog.Logger;

/**
 * Sends every key to where it belongs: the screen, or the command line. Sequences that nobody knows are swallowed
 * whole, and a paste is one piece of text that can neither press a key nor end a line. Runs on the keys thread.
 */
public final class KeyRouter implements Runnable {

    /** How escape alone reaches the command line: as a sequence that begins no other. */
    public static final String ESCAPE_KEY = "\033[99~";

    /** How a paste ends on its way to the command line. */
    public static final String PASTE_END = "\033[201~";

    private static final int LONGEST_PASTE = 4096;
    private static final int PASTE_PAUSE_MILLIS = 2000;

    /** What some terminals send, to what the command line knows. */
    private static final Map<String, String> SEQUENCES = Map.ofEntries(
            entry("\033[A", "\033OA"),
            entry("\033[B", "\033OB"),
            entry("\033[C", "\033OC"),
            entry("\033[D", "\033OD"),
            entry("\033OA", "\033OA"),
            entry("\033OB", "\033OB"),
            entry("\033OC", "\033OC"),
            entry("\033OD", "\033OD"),
            entry("\033[H", "\033OH"),
            entry("\033[F", "\033OF"),
            entry("\033OH", "\033OH"),
            entry("\033OF", "\033OF"),
            entry("\033[1~", "\033OH"),
            entry("\033[4~", "\033OF"),
            entry("\033[7~", "\033OH"),
            entry("\033[8~", "\033OF"),
            entry("\033[3~", "\033[3~"),
            entry("\033[Z", "\033[Z"),
            entry("\033[1;5C", "\033f"),
            entry("\033[1;5D", "\033b"));

    /** Alt with a letter, as in emacs. */
    private static final String ALT_KEYS = "bdfy\177";

    /** Control characters with a meaning in the command line; all others are swallowed, as are C-z and C-\. */
    private static final Set<Character> CONTROLS = Set.of(
            '\1', '\2', '\3', '\4', '\5', '\6', '\7', '\b', '\t', '\13', '\r', '\16', '\20', '\22', '\24', '\25', '\27',
            '\31', '\37', '\177');

    /** Where keys go. Called on the keys thread; must not block. */
    public interface Destination {
        void screen(ConsoleKey key);

        void mouse(MouseReport report);

        /** Characters and sequences for the command line. */
        void line(String keys);

        /** A paste that was too long to be meant was dropped. */
        void droppedPaste();

        /** The terminal is gone. */
        void ended();
    }

    private final KeyTokens tokens;
    private final Destination destination;

    /** @param escapeMillis after which an escape character stands for itself */
    public KeyRouter(NonBlockingReader in, int escapeMillis, Destination destination) {
        this.tokens = new KeyTokens(in, escapeMillis);
        this.destination = destination;
    }

    @Override
    public void run() {
        try {
            while (true) {
                var token = tokens.next();
                if (token == null) {
                    break;
                }
                route(token);
            }
        } catch (IOException e) {
            Logger.info("keys ended: {}", e.getMessage());
        }
        destination.ended();
    }

    private void route(String token) throws IOException {
        var key = ConsoleKey.of(token);
        if (key.isPresent()) {
            destination.screen(key.get());
        } else if (token.equals(KeyTokens.PASTE_START)) {
            paste();
        } else if (token.equals(KeyTokens.ESCAPE)) {
            destination.line(ESCAPE_KEY);
        } else if (token.charAt(0) == '\033') {
            sequence(token);
        } else if (token.charAt(0) >= ' ' && token.charAt(0) != '\177' || CONTROLS.contains(token.charAt(0))) {
            destination.line(token);
        }
    }

    private void sequence(String token) {
        var known = SEQUENCES.get(token);
        var mouse = MouseReport.of(token);
        if (mouse.isPresent()) {
            destination.mouse(mouse.get());
        } else if (known != null) {
            destination.line(known);
        } else if (token.length() == 2) {
            // Alt with a key nobody knows is taken for escape and then the key, which a fast typist may well mean.
            destination.line(ALT_KEYS.indexOf(token.charAt(1)) >= 0 ? token : ESCAPE_KEY + token.charAt(1));
        }
    }

    /** Eats everything up to the end mark, so that no part of a paste is ever taken for a key. */
    private void paste() throws IOException {
        var text = new StringBuilder();
        boolean tooLong = false;
        while (true) {
            int c = tokens.pasted(PASTE_PAUSE_MILLIS);
            if (c < 0) {
                break;
            }
            text.append((char) c);
            if (c == '~' && text.length() >= PASTE_END.length() && text.indexOf(PASTE_END) >= 0) {
                text.setLength(text.length() - PASTE_END.length());
                break;
            }
            if (text.length() > LONGEST_PASTE) {
                tooLong = true;
                text.delete(0, text.length() - PASTE_END.length());
            }
        }
        if (tooLong) {
            destination.droppedPaste();
        } else {
            destination.line(KeyTokens.PASTE_START + harmless(text) + PASTE_END);
        }
    }

    /** One line without control characters. */
    private static String harmless(CharSequence pasted) {
        var line = new StringBuilder();
        pasted.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                line.append(' ');
            } else if (Widths.isPrintable(c)) {
                line.appendCodePoint(c);
            }
        });
        return line.toString().strip();
    }
}
