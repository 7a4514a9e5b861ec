package makerdeck.console.pane;

/** A rectangle of cells; may be empty, never negative. Immutable. */
record Area(int x, int y, int width, int height) {

    Area {
        width = Math.max(0, width);
        height = Math.max(0, height);
    }

    boolean contains(int column, int row) {
        return column >= x && column < x + width && row >= y && row < y + height;
    }

    /** The first rows. */
    Area top(int rows) {
        return new Area(x, y, width, Math.min(rows, height));
    }

    /** What is left below the first rows. */
    Area below(int rows) {
        int taken = Math.min(rows, height);
        return new Area(x, y + taken, width, height - taken);
    }

    /** The first columns. */
    Area left(int columns) {
        return new Area(x, y, Math.min(columns, width), height);
    }

    /** What is left behind the first columns. */
    Area behind(int columns) {
        int taken = Math.min(columns, width);
        return new Area(x + taken, y, width - taken, height);
    }
}
