package makerdeck.console.line;

import java.util.ArrayList;
import java.util.List;
import makerdeck.console.theme.Role;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** The editor's styles, and what they mean on the screen. */
final class Spans {

    static final AttributedStyle WRONG = AttributedStyle.DEFAULT.underline();
    static final AttributedStyle SUGGESTED = AttributedStyle.DEFAULT.faint();

    private Spans() {}

    static List<Span> of(AttributedString row) {
        var spans = new ArrayList<Span>();
        var text = row.toString();
        int from = 0;
        for (int i = 1; i <= row.length(); i++) {
            if (i == row.length() || !row.styleAt(i).equals(row.styleAt(from))) {
                spans.add(new Span(role(row.styleAt(from)), text.substring(from, i)));
                from = i;
            }
        }
        return spans;
    }

    private static Role role(AttributedStyle style) {
        if (style.equals(WRONG)) {
            return Role.INPUT_WRONG;
        }
        return style.equals(SUGGESTED) ? Role.INPUT_SUGGESTION : Role.INPUT;
    }
}
