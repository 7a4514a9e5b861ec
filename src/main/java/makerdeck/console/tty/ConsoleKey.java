package makerdeck.console.tty;

import java.util.Map;
import java.util.Optional;

/** Keys that the screen takes for itself, whatever stands in the command line. */
public enum ConsoleKey {
    ACKNOWLEDGE,
    HALT,
    REPAINT,
    MOUSE,
    LAYOUT,
    PAGE_UP,
    PAGE_DOWN;

    private static final Map<String, ConsoleKey> BY_TOKEN = Map.of(
            "\033OS", ACKNOWLEDGE,
            "\033[14~", ACKNOWLEDGE,
            "\033[[D", ACKNOWLEDGE,
            "\033[19~", HALT,
            "\014", REPAINT,
            "\033[17~", MOUSE,
            "\033[20~", LAYOUT,
            "\033[5~", PAGE_UP,
            "\033[6~", PAGE_DOWN);

    static Optional<ConsoleKey> of(String token) {
        return Optional.ofNullable(BY_TOKEN.get(token));
    }
}
