package makerdeck.console.pane.widget;

import makerdeck.console.tty.Widths;

/**
 * Texts for which there is not room enough: what is left of them ends in {@link #MARK}, and a figure in them stays
 * whole or goes.
 */
public final class Cut {

    /** Stands for what is missing. */
    public static final String MARK = "~";

    private Cut() {}

    /** The text, or as much of it as fits into some columns together with the mark. */
    public static String to(String text, int columns) {
        if (Widths.of(text) <= columns) {
            return text;
        }
        var bare = text.stripTrailing();
        if (Widths.of(bare) <= columns) {
            return bare;
        }
        if (columns < 1) {
            return "";
        }
        return bare.substring(0, whole(bare, Widths.fitting(bare, columns - 1))) + MARK;
    }

    /** A name, of which a digit is but a letter. */
    public static String name(String text, int columns) {
        if (Widths.of(text) <= columns) {
            return text;
        }
        return columns < 1 ? "" : Widths.cut(text, columns - 1) + MARK;
    }

    /** Where a text that ends at {@code end} has to end so that no figure is torn. */
    static int whole(String text, int end) {
        if (end == 0 || end >= text.length() || !inWord(text.charAt(end - 1)) || !inWord(text.charAt(end))) {
            return end;
        }
        int from = end;
        while (from > 0 && inWord(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && inWord(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).chars().anyMatch(Cut::isDigit) ? from : end;
    }

    /** A figure and its sign, point and unit are one word; Chinese stands beside it without a blank. */
    private static boolean inWord(char letter) {
        return letter > ' ' && letter < 0x7F;
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }
}
