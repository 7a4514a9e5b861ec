package makerdeck.console.pane.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import makerdeck.console.tty.Widths;

/** Long texts in several rows. */
public final class Wrapped {

    private static final int MOST_ROWS = 20;

    private static final Set<Integer> OPENING =
            Set.of((int) Character.START_PUNCTUATION, (int) Character.INITIAL_QUOTE_PUNCTUATION);
    private static final Set<Integer> CLOSING =
            Set.of((int) Character.END_PUNCTUATION, (int) Character.FINAL_QUOTE_PUNCTUATION, (int)
                    Character.OTHER_PUNCTUATION);

    private Wrapped() {}

    /** In rows of at most {@code width} columns, broken where words end if that is possible. */
    public static List<String> rows(String text, int width) {
        return rows(text, width, 0);
    }

    /** As above, with the rows after the first indented. */
    public static List<String> rows(String text, int width, int indent) {
        var rows = new ArrayList<String>();
        var rest = text;
        int first = 0;
        while (Widths.of(rest) > width - first && width > first && rows.size() < MOST_ROWS) {
            int end = end(rest, Widths.fitting(rest, width - first));
            rows.add(" ".repeat(first) + rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
            first = indent;
        }
        rows.add(" ".repeat(Math.max(0, Math.min(first, width))) + rest);
        return rows;
    }

    /** In at most {@code most} rows; the last one shows that there would be more. */
    public static List<String> rows(String text, int width, int indent, int most) {
        var rows = rows(text, width, indent);
        if (rows.size() <= most || most < 1) {
            return rows.subList(0, Math.min(rows.size(), Math.max(0, most)));
        }
        var shown = new ArrayList<>(rows.subList(0, most));
        shown.set(most - 1, Cut.to(rows.get(most - 1) + " " + rows.get(most), width));
        return shown;
    }

    /** A line of a table: what follows the gap after its first column stays in its column, or goes below it. */
    public static List<String> table(String line, int width) {
        int gap = line.indexOf("  ", line.length() - line.stripLeading().length());
        if (gap < 0) {
            return rows(line, width);
        }
        var second = line.substring(gap).stripLeading();
        int column = Widths.of(line.substring(0, line.length() - second.length()));
        if (column < width / 2 || Widths.of(line) <= width) {
            return rows(line, width, column);
        }
        var rows = new ArrayList<>(rows(line.substring(0, gap), width, 2));
        rows("  " + second, width, 2).forEach(rows::add);
        return rows;
    }

    /** Where a row of at most {@code most} characters ends best. */
    private static int end(String text, int most) {
        for (int at = most; at > most / 2; at--) {
            if (mayBreak(text, at)) {
                return at;
            }
        }
        int whole = Cut.whole(text, most);
        return Math.max(Character.charCount(text.codePointAt(0)), whole > 0 ? whole : most);
    }

    /** At blanks, and around Chinese characters, but no row begins with a comma or ends with an open bracket. */
    private static boolean mayBreak(String text, int at) {
        if (text.charAt(at) == ' ') {
            return true;
        }
        if (Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
            return false;
        }
        int before = text.codePointBefore(at);
        int behind = text.codePointAt(at);
        return (Widths.of(before) == 2 || Widths.of(behind) == 2)
                && !OPENING.contains(Character.getType(before))
                && !CLOSING.contains(Character.getType(behind));
    }
}
