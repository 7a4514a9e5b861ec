package makerdeck.console.line;

import java.util.List;

/**
 * What the command line looks like at one moment. Immutable.
 *
 * @param rows what is typed, wrapped, without the prompt
 * @param cursorRow row of the cursor, {@code cursorColumn} its column in that row
 * @param text what is typed
 * @param hint one line about it, may be empty
 * @param wrong whether the hint says what is wrong
 */
public record LineView(
        List<List<Span>> rows, int cursorRow, int cursorColumn, String text, String hint, boolean wrong, Menu menu) {

    /** What a line begins with that filters a pane in place of being a command. */
    public static final String FILTER = "/";

    /** What a line begins with that looks for something in the palette. */
    public static final String PALETTE = ":";

    public static final LineView EMPTY = new LineView(List.of(), 0, 0, "", "", false, Menu.CLOSED);

    public LineView {
        rows = List.copyOf(rows);
    }
}
