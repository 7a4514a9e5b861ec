package makerdeck.console.pane;

import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;

/** A part of the screen. It draws every cell of its area, from the view alone. */
interface Pane {

    /**
     * All that a picture of it in an area shows, besides what {@link Pictures} compares for every pane: where this equals what it was,
     * the picture stands. Of what a clock moves it has the words, not the times. Asked in every frame, so it has to be
     * cheap.
     */
    Inputs inputs(Area area, View view);

    void paint(Canvas canvas, Area area, View view);
}
