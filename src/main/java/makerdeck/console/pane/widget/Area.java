package makerdeck.console.pane.widget;

/** A rectangle of cells; may be empty, never negative. Immutable. */
public record Area(int x, int y, int width, int height) {

    public Area {
        width = Math.max(0, width);
        height = Math.max(0, height);
    }

    boolean contains(int column, int row) {
        return column >= x && column < x + width && row >= y && row < y + height;
    }

    /** The first rows. */
    public Area top(int rows) {
        return new Area(x, y, width, Math.min(rows, height));
    }

    /** What is left below the first rows. */
    public Area below(int rows) {
        int taken = Math.min(rows, height);
        return new Area(x, y + taken, width, height - taken);
    }

    /** The first columns. */
    public Area left(int columns) {
        return new Area(x, y, Math.min(columns, width), height);
    }

    /** What is left behind the first columns. */
    public Area behind(int columns) {
        int taken = Math.min(columns, width);
        return new Area(x + taken, y, width - taken, height);
    }
}
