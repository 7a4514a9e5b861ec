package makerdeck.console.tty;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one frame, as few as possible: it remembers where the terminal's cursor is and how the terminal draws,
 * and sends only the difference. UI thread only.
 */
final class FrameBytes {

    private static final int BOLD = 1;
    private static final int FAINT = 2;
    private static final int ITALIC = 4;
    private static final int UNDERLINE = 8;
    private static final int REVERSE = 16;
    private static final int UNKNOWN = -1;

    private final Colours colours;
    private final StringBuilder out = new StringBuilder(8192);

    // What the terminal does now.
    private int x = UNKNOWN;
    private int y = UNKNOWN;
    private int attributes = UNKNOWN;
    private @Nullable TextColor foreground;
    private @Nullable TextColor background;
    private boolean cursorShown = true;

    FrameBytes(ColourDepth depth) {
        colours = new Colours(depth);
    }

    /** Nothing is known about the terminal any more. */
    void forget() {
        x = UNKNOWN;
        y = UNKNOWN;
        attributes = UNKNOWN;
        cursorShown = true;
    }

    /** One cell; {@code width} columns, in a terminal of {@code columns}. */
    void cell(int column, int row, TextCharacter cell, int width, int columns) {
        if (cursorShown) {
            out.append("\033[?25l");
            cursorShown = false;
        }
        move(column, row);
        style(cell);
        out.append(cell.getCharacterString());
        x += width;
        if (x >= columns) {
            x = UNKNOWN;
        }
    }

    /** Where the cursor rests between frames. */
    void rest(int column, int row) {
        move(column, row);
        if (!cursorShown) {
            out.append("\033[?25h");
            cursorShown = true;
        }
    }

    /** A sequence that neither moves the cursor nor draws. */
    void add(String sequence) {
        out.append(sequence);
    }

    /** Takes the bytes gathered so far. */
    byte[] take() {
        var bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        out.setLength(0);
        return bytes;
    }

    private void move(int column, int row) {
        if (row == y && column == x) {
            return;
        }
        if (row == y && x != UNKNOWN && column > x) {
            control(column - x, 'C');
        } else if (row == y && column == 0) {
            out.append('\r');
        } else {
            out.append("\033[").append(row + 1);
            if (column > 0) {
                out.append(';').append(column + 1);
            }
            out.append('H');
        }
        x = column;
        y = row;
    }

    private void control(int count, char command) {
        out.append("\033[");
        if (count > 1) {
            out.append(count);
        }
        out.append(command);
    }

    private void style(TextCharacter cell) {
        int wanted = attributes(cell);
        var back = cell.getBackgroundColor();
        boolean blank = cell.is(' ') && (wanted & (UNDERLINE | REVERSE)) == 0;
        if (blank && attributes != UNKNOWN && (attributes & (UNDERLINE | REVERSE)) == 0) {
            // A blank shows neither foreground nor weight.
            if (!back.equals(background)) {
                out.append("\033[").append(colours.background(back)).append('m');
                background = back;
            }
            return;
        }
        var fore = cell.getForegroundColor();
        if (wanted == attributes && fore.equals(foreground) && back.equals(background)) {
            return;
        }
        var step = step(wanted, fore, back);
        if (step == null || !step.isEmpty()) {
            var fresh = fresh(wanted, fore, back);
            out.append("\033[")
                    .append(step == null || fresh.length() < step.length() ? fresh : step)
                    .append('m');
        }
        attributes = wanted;
        foreground = fore;
        background = back;
    }

    /** From the style the terminal has now; null when that is unknown, empty when nothing visible changes. */
    private @Nullable String step(int wanted, TextColor fore, TextColor back) {
        if (attributes == UNKNOWN) {
            return null;
        }
        var codes = new StringBuilder();
        int gone = attributes & ~wanted;
        int come = wanted & ~attributes;
        if ((gone & (BOLD | FAINT)) != 0) {
            add(codes, "22");
            come |= wanted & (BOLD | FAINT);
        }
        if ((gone & ITALIC) != 0) {
            add(codes, "23");
        }
        if ((gone & UNDERLINE) != 0) {
            add(codes, "24");
        }
        if ((gone & REVERSE) != 0) {
            add(codes, "27");
        }
        on(codes, come);
        if (!fore.equals(foreground)) {
            add(codes, colours.foreground(fore));
        }
        if (!back.equals(background)) {
            add(codes, colours.background(back));
        }
        return codes.toString();
    }

    /** From nothing. */
    private String fresh(int wanted, TextColor fore, TextColor back) {
        var codes = new StringBuilder("0");
        on(codes, wanted);
        if (fore != TextColor.ANSI.DEFAULT) {
            add(codes, colours.foreground(fore));
        }
        if (back != TextColor.ANSI.DEFAULT) {
            add(codes, colours.background(back));
        }
        return codes.length() == 1 ? "" : codes.toString();
    }

    private static void on(StringBuilder codes, int bits) {
        if ((bits & BOLD) != 0) {
            add(codes, "1");
        }
        if ((bits & FAINT) != 0) {
            add(codes, "2");
        }
        if ((bits & ITALIC) != 0) {
            add(codes, "3");
        }
        if ((bits & UNDERLINE) != 0) {
            add(codes, "4");
        }
        if ((bits & REVERSE) != 0) {
            add(codes, "7");
        }
    }

    private static void add(StringBuilder codes, String code) {
        if (!code.isEmpty()) {
            if (codes.length() > 0) {
                codes.append(';');
            }
            codes.append(code);
        }
    }

    private static int attributes(TextCharacter cell) {
        int bits = 0;
        if (cell.isBold()) {
            bits |= BOLD;
        }
        if (cell.isItalic()) {
            bits |= ITALIC;
        }
        if (cell.isUnderlined()) {
            bits |= UNDERLINE;
        }
        if (cell.isReversed()) {
            bits |= REVERSE;
        }
        if (cell.getModifiers().contains(SGR.FRAKTUR)) {
            // Lanterna has no name for faint; this one, which no terminal draws, stands for it.
            bits |= FAINT;
        }
        return bits;
    }
}
