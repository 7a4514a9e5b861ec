package makerdeck.console.theme;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import makerdeck.console.tty.Widths;
import org.jspecify.annotations.Nullable;

/**
 * One way to draw. It keeps the cells it makes, because making one is dear and comparing two kept ones is not. UI
 * thread only.
 */
public final class Pen {

    /** Lanterna has no name for faint; this one, which no terminal draws, stands for it. */
    public static final SGR FAINT = SGR.FRAKTUR;

    private static final int MOST_CELLS = 4096;

    private final TextColor foreground;
    private final TextColor background;
    private final EnumSet<SGR> attributes;
    private final @Nullable TextCharacter[] ascii = new TextCharacter[128];
    private final Map<Integer, TextCharacter> others = new HashMap<>();

    Pen(TextColor foreground, TextColor background, EnumSet<SGR> attributes) {
        this.foreground = foreground;
        this.background = background;
        this.attributes = attributes;
    }

    /** The cell of a code point; what must not reach a terminal, or has no agreed width, becomes a question mark. */
    public TextCharacter cell(int codePoint) {
        if (codePoint < 128) {
            var known = ascii[codePoint];
            if (known == null) {
                known = make(codePoint);
                ascii[codePoint] = known;
            }
            return known;
        }
        if (others.size() > MOST_CELLS) {
            others.clear();
        }
        return others.computeIfAbsent(codePoint, this::make);
    }

    TextColor foreground() {
        return foreground;
    }

    TextColor background() {
        return background;
    }

    EnumSet<SGR> attributes() {
        return EnumSet.copyOf(attributes);
    }

    private TextCharacter make(int codePoint) {
        if (!Widths.isPrintable(codePoint)) {
            return of('?');
        }
        if (codePoint == ' ' && !attributes.contains(SGR.REVERSE) && !attributes.contains(SGR.UNDERLINE)) {
            // A blank shows neither foreground nor weight: equal blanks are not sent again.
            return TextCharacter.fromCharacter(' ', TextColor.ANSI.DEFAULT, background)[0];
        }
        var cell = of(codePoint);
        int width = Widths.of(codePoint);
        if (cell.isDoubleWidth() == (width == 2)) {
            return cell;
        }
        return of(width == 2 ? '\u3013' : '?');
    }

    private TextCharacter of(int codePoint) {
        return TextCharacter.fromString(Character.toString(codePoint), foreground, background, attributes)[0];
    }
}
