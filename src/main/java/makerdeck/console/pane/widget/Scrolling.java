package makerdeck.console.pane.widget;

import makerdeck.console.keys.Action;

/** How far a list of rows is scrolled, which keys change that, and how many rows fit. UI thread only. */
public final class Scrolling {

    private int skipped;
    private int deepest;
    private int page = 1;

    /** So many rows are there, in room for {@code height} of them. */
    public void fit(int rows, int height) {
        page = Math.max(1, height);
        deepest = Math.max(0, rows - page);
        skipped = Math.min(skipped, deepest);
    }

    /** What other keys ask for is not of this list: nothing changes. */
    public void press(Action.Full key) {
        int wanted =
                switch (key) {
                    case UP -> skipped - 1;
                    case DOWN -> skipped + 1;
                    case PAGE_UP -> skipped - page;
                    case PAGE_DOWN -> skipped + page;
                    case TOP -> 0;
                    case BOTTOM -> deepest;
                    default -> skipped;
                };
        skipped = Math.max(0, Math.min(deepest, wanted));
    }

    /** Rows above the first that is seen. */
    public int skipped() {
        return skipped;
    }

    /** Rows that fit, at least one. */
    public int page() {
        return page;
    }

    /** Whether there are more rows than fit. */
    public boolean moves() {
        return deepest > 0;
    }
}
