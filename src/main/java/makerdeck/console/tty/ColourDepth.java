package makerdeck.console.tty;

import java.util.Map;

/** How many colours the terminal takes. */
public enum ColourDepth {
    /** None at all: attributes only. */
    NONE,
    /** The terminal's own sixteen. */
    ANSI,
    /** The fixed palette of 256. */
    INDEXED,
    /** Any red, green and blue. */
    DIRECT;

    /** As the environment tells it: {@code NO_COLOR}, {@code COLORTERM}, {@code TERM}. */
    public static ColourDepth of(Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return NONE;
        }
        var colourTerm = environment.getOrDefault("COLORTERM", "");
        var term = environment.getOrDefault("TERM", "");
        if (colourTerm.equals("truecolor") || colourTerm.equals("24bit") || term.endsWith("-direct")) {
            return DIRECT;
        }
        if (term.endsWith("256color") || term.startsWith("tmux") || term.startsWith("screen")) {
            return INDEXED;
        }
        return ANSI;
    }
}
