package makerdeck.console.pane;

import java.util.ArrayList;
import java.util.List;
import makerdeck.console.tty.Widths;

/** Long texts in several rows. */
final class Wrapped {

    private static final int MOST_ROWS = 20;

    private Wrapped() {}

    /** In rows of at most {@code width} columns, broken at blanks where there are any. */
    static List<String> rows(String text, int width) {
        return rows(text, width, 0);
    }

    /** As above, with the rows after the first indented. */
    static List<String> rows(String text, int width, int indent) {
        var rows = new ArrayList<String>();
        var rest = text;
        int first = 0;
        while (Widths.of(rest) > width - first && width > first && rows.size() < MOST_ROWS) {
            int cut = fitting(rest, width - first);
            int blank = rest.lastIndexOf(' ', cut);
            int end = blank > cut / 2 ? blank : Math.max(Character.charCount(rest.codePointAt(0)), cut);
            rows.add(" ".repeat(first) + rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
            first = indent;
        }
        rows.add(" ".repeat(Math.max(0, Math.min(first, width))) + rest);
        return rows;
    }

    /** Column of the text behind the first gap of blanks, where a table has its second column; 0 without one. */
    static int secondColumn(String line) {
        int gap = line.indexOf("  ", line.length() - line.stripLeading().length());
        if (gap < 0) {
            return 0;
        }
        int column = gap;
        while (column < line.length() && line.charAt(column) == ' ') {
            column++;
        }
        return column;
    }

    /** How many characters from the start fit into {@code width} columns. */
    private static int fitting(String text, int width) {
        int columns = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            columns += Widths.of(codePoint);
            if (columns > width) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
