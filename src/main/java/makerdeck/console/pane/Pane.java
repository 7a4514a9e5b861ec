package makerdeck.console.pane;

/** A part of the screen. It draws every cell of its area, from the view alone. */
interface Pane {
    void paint(Canvas canvas, Area area, View view);
}
