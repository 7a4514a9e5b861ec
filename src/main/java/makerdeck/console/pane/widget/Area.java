package makerdeck.console.pane.widget;

import org.jspecify.annotations.Nullable;

/** A rectangle of cells; may be empty, never negative. Immutable. */
public record Area(int x, int y, int width, int height) {

    public Area {
        width = Math.max(0, width);
        height = Math.max(0, height);
    }

    boolean contains(int column, int row) {
        return column >= x && column < x + width && row >= y && row < y + height;
    }

    /** As generated, but not as dear: every picture of every frame is looked up by it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Area area && x == area.x && y == area.y && width == area.width && height == area.height;
    }

    @Override
    public int hashCode() {
        return ((x * 31 + y) * 31 + width) * 31 + height;
    }

    /** Whether a cell is in both. */
    public boolean meets(Area other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
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
