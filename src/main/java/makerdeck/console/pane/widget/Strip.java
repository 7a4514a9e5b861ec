package makerdeck.console.pane.widget;

import makerdeck.console.theme.Pen;
import makerdeck.console.theme.Role;
import makerdeck.console.theme.Theme;
import makerdeck.console.tty.FrameScreen;
import makerdeck.console.tty.Widths;

/** One row being written from left to right; what does not fit is cut off. Ends with {@link #end}. */
public final class Strip {

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

    public Strip put(Role role, String text) {
        draw(theme.pen(role, ground), text, limit);
        return this;
    }

    public Strip put(Role role, char glyph, int times) {
        var cell = theme.pen(role, ground).cell(glyph);
        for (int i = 0; i < times && x < limit; i++) {
            screen.put(x++, row, cell);
        }
        return this;
    }

    /** In {@code width} columns, blanks behind it. */
    public Strip left(Role role, String text, int width) {
        int end = Math.min(limit, x + width);
        draw(theme.pen(role, ground), text, end);
        return to(end - start);
    }

    /** In {@code width} columns, blanks in front of it; too long a text loses its end. */
    public Strip right(Role role, String text, int width) {
        int end = Math.min(limit, x + width);
        to(end - start - Math.min(width, Widths.of(text)));
        draw(theme.pen(role, ground), text, end);
        return to(end - start);
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

    private void draw(Pen pen, String text, int end) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            int width = Widths.of(codePoint);
            if (width == 0) {
                continue;
            }
            if (x + width > end) {
                // The half of a wide character that would fit stays blank.
                to(end - start);
                return;
            }
            screen.put(x, row, pen.cell(codePoint));
            x += width;
        }
    }
}
