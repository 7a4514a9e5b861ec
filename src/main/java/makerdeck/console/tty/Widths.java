package makerdeck.console.tty;

import com.googlecode.lanterna.TextCharacter;
import org.jline.utils.WCWidth;

/** The one opinion on how many columns a character takes. */
public final class Widths {

    private static final int FIRST_WIDE = 0x1100;

    // What lines, bars and curves are made of.
    private static final int FIRST_LINE = 0x2500;
    private static final int LAST_LINE = 0x257F;
    private static final int FIRST_DOTS = 0x2800;
    private static final int LAST_DOTS = 0x28FF;

    private Widths() {}

    /** Columns of one code point as the terminal counts them: 0, 1 or 2; what cannot be printed counts 1. */
    public static int of(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F || isDrawn(codePoint)) {
            return 1;
        }
        int width = WCWidth.wcwidth(codePoint);
        return width < 0 || !isPrintable(codePoint) ? 1 : width;
    }

    /** Columns of a text once drawn. */
    public static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            width += of(codePoint);
            i += Character.charCount(codePoint);
        }
        return width;
    }

    /** How many characters from the start of a text fit into some columns; never half of a wide one. */
    public static int fitting(String text, int columns) {
        int width = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            width += of(codePoint);
            if (width > columns) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    /** As much of a text, from its start, as fits into some columns. */
    public static String cut(String text, int columns) {
        return text.substring(0, fitting(text, columns));
    }

    /** Whether the code point may reach the terminal: no control, no lone surrogate, no line separator. */
    public static boolean isPrintable(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint >= ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    static boolean isWide(TextCharacter cell) {
        char first = cell.getCharacterString().charAt(0);
        return first >= FIRST_WIDE && !isDrawn(first) && cell.isDoubleWidth();
    }

    /** Every table has them as narrow: there is no need to look them up. */
    private static boolean isDrawn(int codePoint) {
        return codePoint >= FIRST_LINE && codePoint <= LAST_LINE || codePoint >= FIRST_DOTS && codePoint <= LAST_DOTS;
    }
}
