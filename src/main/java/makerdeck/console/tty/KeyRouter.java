package makerdeck.console.tty;

import java.io.IOException;
import makerdeck.console.keys.Action;
import makerdeck.console.keys.Key;
import makerdeck.console.keys.KeyBinding;
import org.jline.utils.NonBlockingReader;
import org.tinylog.Logger;

/**
 * Sends every key to where it belongs: the screen, or the command line. Sequences that nobody knows are swallowed
 * whole, and a paste is one piece of text that can neither press a key nor end a line. Runs on the keys thread.
 */
public final class KeyRouter implements Runnable {

    /** How a paste begins, from the terminal and on its way to the command line. */
    public static final String PASTE_START = "\033[200~";

    /** How a paste ends on its way to the command line. */
    public static final String PASTE_END = "\033[201~";

    private static final int LONGEST_PASTE = 4096;
    private static final int PASTE_PAUSE_MILLIS = 2000;

    /** Where keys go. Called on the keys thread; must not block. */
    public interface Destination {
        void screen(Action.Screen action);

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
        var key = Key.of(token);
        var mouse = MouseReport.of(token);
        if (key.isPresent()) {
            press(key.get());
        } else if (token.equals(PASTE_START)) {
            paste();
        } else if (mouse.isPresent()) {
            destination.mouse(mouse.get());
        } else if (token.charAt(0) == '\033') {
            if (token.length() == 2) {
                // Alt with a key nobody knows is taken for escape and then the key, which a fast typist may well mean.
                destination.line(Key.ESC.inLine() + token.charAt(1));
            }
        } else if (token.charAt(0) >= ' ') {
            destination.line(token);
        }
    }

    private void press(Key key) {
        var screen = KeyBinding.anywhere(key);
        if (screen.isPresent()) {
            destination.screen(screen.get());
        } else if (!KeyBinding.of(key).isEmpty()) {
            destination.line(key.inLine());
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
            destination.line(PASTE_START + harmless(text) + PASTE_END);
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
