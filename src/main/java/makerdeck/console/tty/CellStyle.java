package makerdeck.console.tty;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;

/** Colours and attributes of a cell, comparable. Immutable. */
record CellStyle(TextColor foreground, TextColor background, int attributes) {

    static final int BOLD = 1;
    static final int FAINT = 2;
    static final int ITALIC = 4;
    static final int UNDERLINE = 8;
    static final int REVERSE = 16;

    static CellStyle of(TextCharacter cell) {
        int bits = cell.isBold() ? BOLD : 0;
        bits |= cell.isItalic() ? ITALIC : 0;
        bits |= cell.isUnderlined() ? UNDERLINE : 0;
        bits |= cell.isReversed() ? REVERSE : 0;
        // Lanterna has no name for faint; this one, which no terminal draws, stands for it.
        bits |= cell.getModifiers().contains(SGR.FRAKTUR) ? FAINT : 0;
        return new CellStyle(cell.getForegroundColor(), cell.getBackgroundColor(), bits);
    }

    /** Whether a blank in this style shows nothing but its background. */
    boolean hidesForeground() {
        return (attributes & (UNDERLINE | REVERSE)) == 0;
    }

    /** Whether {@code cell} looks the same in this style as in its own. */
    boolean suits(TextCharacter cell, CellStyle own) {
        return equals(own)
                || cell.is(' ') && hidesForeground() && own.hidesForeground() && background.equals(own.background);
    }
}
