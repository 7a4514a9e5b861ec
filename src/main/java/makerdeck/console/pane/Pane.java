package makerdeck.console.pane;

import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;

/** A part of the screen. It draws every cell of its area, from the view alone. */
interface Pane {
    void paint(Canvas canvas, Area area, View view);
}
