package makerdeck.console.screen;

import java.util.List;
import java.util.function.Function;
import makerdeck.console.keys.Action;
import org.jspecify.annotations.Nullable;

/**
 * Which row the cursor is on, and which rows are in sight. It stays on its row when rows come, go or are sorted anew;
 * when its row is gone it stays at its place. UI thread only.
 */
final class RowCursor<T> {

    private final Function<T, Object> identity;
    private @Nullable Object on;
    private int at;
    private int skipped;
    private int page = 1;

    RowCursor(Function<T, Object> identity) {
        this.identity = identity;
    }

    /** Its place among the rows, from 0. */
    int at() {
        return at;
    }

    /** Rows above the first one in sight. */
    int skipped() {
        return skipped;
    }

    /** Finds its row again among those there are now, of which {@code room} are in sight. */
    void settle(List<T> rows, int room) {
        page = room;
        // Two rows may pass for one, such as two alerts that say the same: then it is on the one where it was.
        for (int i = 0; i < rows.size() && !isOn(rows, at); i++) {
            at = isOn(rows, i) ? i : at;
        }
        stay(rows);
    }

    private boolean isOn(List<T> rows, int row) {
        return row < rows.size() && identity.apply(rows.get(row)).equals(on);
    }

    private void stay(List<T> rows) {
        at = Math.max(0, Math.min(rows.size() - 1, at));
        on = at < rows.size() ? identity.apply(rows.get(at)) : on;
        skipped = Math.max(at - page + 1, Math.min(at, skipped));
        skipped = Math.max(0, Math.min(rows.size() - page, skipped));
    }

    void move(Action.Full key, List<T> rows) {
        switch (key) {
            case UP -> at--;
            case DOWN -> at++;
            case PAGE_UP -> page(-page);
            case PAGE_DOWN -> page(page);
            case TOP -> at = 0;
            case BOTTOM -> at = rows.size() - 1;
            default -> {}
        }
        stay(rows);
    }

    /** The rows in sight move with the cursor, by a whole page. */
    private void page(int rows) {
        at += rows;
        skipped += rows;
    }

    /** On a row in sight, counted from the first of them; nowhere else. */
    void put(int row, List<T> rows) {
        if (row >= 0 && row < page && skipped + row < rows.size()) {
            at = skipped + row;
            stay(rows);
        }
    }
}
