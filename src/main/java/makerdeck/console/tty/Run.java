package makerdeck.console.tty;

import com.googlecode.lanterna.TextCharacter;

/** Neighbouring cells of one row that are sent in one style. */
final class Run {

    private final int x;
    private final int y;
    private final StringBuilder text = new StringBuilder();
    private CellStyle style;
    private boolean onlyBlanks = true;
    private int end;

    Run(int x, int y, CellStyle style) {
        this.x = x;
        this.y = y;
        this.style = style;
        this.end = x;
    }

    /** Takes a cell into the run if it can be drawn in the same style. */
    boolean take(TextCharacter cell, CellStyle own, int width) {
        boolean blank = cell.is(' ') && own.hidesForeground();
        if (!style.suits(cell, own)) {
            boolean adoptable = onlyBlanks
                    && style.hidesForeground()
                    && own.hidesForeground()
                    && style.background().equals(own.background());
            if (!adoptable) {
                return false;
            }
            style = own;
        }
        onlyBlanks &= blank;
        text.append(cell.getCharacterString());
        end += width;
        return true;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    /** Column behind the last cell. */
    int end() {
        return end;
    }

    CellStyle style() {
        return style;
    }

    CharSequence text() {
        return text;
    }
}
