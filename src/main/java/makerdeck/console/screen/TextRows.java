package makerdeck.console.screen;

import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Wrapped;
import makerdeck.console.theme.Role;

/** A sentence in the rows of an area. */
final class TextRows {

    private TextRows() {}

    static void paint(Canvas canvas, Area area, String text, Role role) {
        int row = 0;
        for (var line : Wrapped.rows(text, Math.max(1, area.width() - 2))) {
            canvas.strip(area, row++).put(role, " " + line).end();
        }
    }
}
