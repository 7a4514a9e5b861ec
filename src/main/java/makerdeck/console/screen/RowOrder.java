package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.List;

/** In which order the rows stand: as they come, or by one of the columns, one way or the other. UI thread only. */
final class RowOrder<T> {

    private static final int AS_THEY_COME = -1;

    private final List<Column<T>> columns;
    private int by = AS_THEY_COME;
    private boolean down;

    RowOrder(List<Column<T>> columns) {
        this.columns = columns;
    }

    /** The column, or -1 while the rows stand as they come. */
    int by() {
        return by;
    }

    /** Whether the last of the order is on top. */
    boolean isDown() {
        return down;
    }

    /** The next column of those on the screen, or the one before; beyond the last the rows stand as they come. */
    void next(int step, List<Integer> visible) {
        int at = visible.indexOf(by) + 1;
        int next = Math.floorMod(at + step, visible.size() + 1);
        by = next == 0 ? AS_THEY_COME : visible.get(next - 1);
        down = false;
    }

    /** The other way round; of rows as they come, by the first column. */
    void turn(List<Integer> visible) {
        if (by == AS_THEY_COME) {
            next(1, visible);
        }
        down = !down;
    }

    List<T> sorted(List<T> rows) {
        if (by == AS_THEY_COME) {
            return rows;
        }
        var sorted = new ArrayList<>(rows);
        var order = columns.get(by).order();
        sorted.sort(down ? order.reversed() : order);
        return sorted;
    }
}
