package makerdeck.console.pane;

import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;

/** A part of the screen as it is now, for who explains it. UI thread only. */
public final class PanePicture {

    private final Layouts layouts = new Layouts(new Pictures());
    private final StatusRow status = new StatusRow();

    public void paint(Canvas canvas, PaneName pane, Area area, View view) {
        canvas.places().put(pane, area);
        layouts.of(pane).paint(canvas, area, view);
    }

    public void status(Canvas canvas, Area area, View view) {
        status.paint(canvas, area.top(1), view);
    }
}
