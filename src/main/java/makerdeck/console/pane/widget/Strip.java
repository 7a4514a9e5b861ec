package makerdeck.console.pane.widget;

import java.util.Arrays;
import java.util.List;
import makerdeck.console.theme.Pen;
import makerdeck.console.theme.Role;
import makerdeck.console.theme.Theme;
import makerdeck.console.tty.FrameScreen;
import makerdeck.console.tty.Widths;

/**
 * One row being written from left to right. A text that does not fit ends in {@link Cut#MARK}; a figure is whole, in a
 * shorter spelling, or absent. Ends with {@link #end}.
 */
public final class Strip {

    /** Of a full bar. */
    private static final int SHADES = 3;

    private final FrameScreen screen;
    private final Theme theme;
    private final Role ground;
    private final int start;
    private final int row;
    private final int limit;
    private int x;

    Strip(FrameScreen screen, Theme theme, Role ground, int start, int row, int width) {
        this.screen = screen;
        this.theme = theme;
        this.ground = ground;
        this.start = start;
        this.row = row;
        this.limit = start + width;
        this.x = start;
    }

    /** Columns still free. */
    public int room() {
        return limit - x;
    }

    /** Columns written. */
    public int column() {
        return x - start;
    }

    /** A text, cut where the row ends. */
    public Strip put(Role role, String text) {
        draw(pen(role), text, limit);
        return this;
    }

    /** A figure in the longest of its spellings that fits whole, longest first; otherwise nothing. */
    public Strip figure(Role role, String longest, String... shorter) {
        var text = fitting(room(), longest, shorter);
        return text.isEmpty() ? this : put(role, text);
    }

    /** A figure with its name in front of it, in the longest spelling that fits whole; otherwise neither. */
    public Strip labelled(String label, Role role, String longest, String... shorter) {
        var text = fitting(room() - Widths.of(label), longest, shorter);
        return text.isEmpty() ? this : put(Role.LABEL, label).put(role, text);
    }

    /** The first that fits whole; otherwise nothing. */
    public Strip put(Phrase... longestFirst) {
        return put(Arrays.asList(longestFirst));
    }

    /** The first that fits whole; otherwise nothing. */
    public Strip put(List<Phrase> longestFirst) {
        for (var phrase : longestFirst) {
            if (fit(phrase)) {
                break;
            }
        }
        return this;
    }

    /** Whether it was drawn, which is when it fits. */
    private boolean fit(Phrase phrase) {
        if (phrase.width() > room()) {
            return false;
        }
        for (var piece : phrase.pieces()) {
            put(piece.role(), piece.text());
        }
        return true;
    }

    /**
     * A bar of {@code cells} that may have {@code most}: blocks that change from one role's background to another's, or
     * glyphs where the theme or the terminal has no such colours.
     */
    public Strip bar(Role from, Role to, int cells, int most, Glyphs glyphs) {
        if (ground == Role.FLASH || !glyphs.blocks() || !theme.fills(from)) {
            return put(from, glyphs.bar(), cells);
        }
        for (int i = 0; i < cells && x < limit; i++) {
            screen.put(
                    x++,
                    row,
                    theme.shade(from, to, i * SHADES / Math.max(1, most), SHADES)
                            .cell(' '));
        }
        return this;
    }

    public Strip put(Role role, char glyph, int times) {
        var cell = pen(role).cell(glyph);
        for (int i = 0; i < times && x < limit; i++) {
            screen.put(x++, row, cell);
        }
        return this;
    }

    /** A text in {@code width} columns, blanks behind it. */
    public Strip left(Role role, String text, int width) {
        int end = Math.min(limit, x + width);
        draw(pen(role), text, end);
        return to(end - start);
    }

    /** A text in {@code width} columns, blanks in front of it. */
    public Strip right(Role role, String text, int width) {
        int end = Math.min(limit, x + width);
        to(end - start - Math.min(width, Widths.of(text)));
        draw(pen(role), text, end);
        return to(end - start);
    }

    /** A column of figures: at the right of {@code width} columns the longest spelling that fits; otherwise blanks. */
    public Strip column(Role role, int width, String longest, String... shorter) {
        return right(role, fitting(Math.min(width, room()), longest, shorter), width);
    }

    private static String fitting(int columns, String longest, String... shorter) {
        if (Widths.of(longest) <= columns) {
            return longest;
        }
        for (var text : shorter) {
            if (Widths.of(text) <= columns) {
                return text;
            }
        }
        return "";
    }

    public Strip skip(int columns) {
        return to(column() + columns);
    }

    /** Blanks up to a column; nothing when already beyond. */
    public Strip to(int column) {
        var blank = theme.pen(ground).cell(' ');
        int end = Math.min(limit, start + column);
        while (x < end) {
            screen.put(x++, row, blank);
        }
        return this;
    }

    /** Blanks to the end of the row. */
    public void end() {
        to(limit - start);
    }

    /** What flashes is of one look. */
    private Pen pen(Role role) {
        return ground == Role.FLASH ? theme.pen(Role.FLASH) : theme.pen(role, ground);
    }

    private void draw(Pen pen, String whole, int end) {
        var text = Cut.to(whole, Math.max(0, end - x));
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            int width = Widths.of(codePoint);
            if (width > 0) {
                screen.put(x, row, pen.cell(codePoint));
                x += width;
            }
        }
        if (text.length() < whole.length()) {
            // Nothing stands behind what was cut.
            to(end - start);
        }
    }
}
