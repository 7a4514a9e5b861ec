package makerdeck.console.pane;

import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.theme.Role;

/** What stands between two columns of panes. */
final class WallPane implements Pane {

    @Override
    public Inputs inputs(Area area, View view) {
        return Inputs.of();
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        for (int row = 0; row < area.height(); row++) {
            canvas.strip(area, row).put(Role.RULE, canvas.glyphs().wall(), 1).end();
        }
    }
}
