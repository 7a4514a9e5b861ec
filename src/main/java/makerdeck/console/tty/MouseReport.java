package makerdeck.console.tty;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the mouse did, and on which cell, counted from 0. */
public record MouseReport(Kind kind, int column, int row) {

    /** What the screen makes something of. */
    public enum Kind {
        PRESS,
        WHEEL_UP,
        WHEEL_DOWN
    }

    /** Asks the terminal for reports in the form read here, and asks it no longer. */
    static final String ON = "\033[?1000h\033[?1006h";

    static final String OFF = "\033[?1006l\033[?1000l";

    private static final Pattern SEQUENCE = Pattern.compile("\033\\[<(\\d{1,3});(\\d{1,4});(\\d{1,4})M");

    static Optional<MouseReport> of(String token) {
        var found = SEQUENCE.matcher(token);
        if (!found.matches()) {
            return Optional.empty();
        }
        int column = Integer.parseInt(found.group(2)) - 1;
        int row = Integer.parseInt(found.group(3)) - 1;
        return switch (Integer.parseInt(found.group(1))) {
            case 0 -> Optional.of(new MouseReport(Kind.PRESS, column, row));
            case 64 -> Optional.of(new MouseReport(Kind.WHEEL_UP, column, row));
            case 65 -> Optional.of(new MouseReport(Kind.WHEEL_DOWN, column, row));
            default -> Optional.empty();
        };
    }
}
