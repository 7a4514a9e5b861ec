package makerdeck.console.screen;

import makerdeck.console.keys.Action;
import makerdeck.console.pane.Page;

/**
 * A page that the operator works with: it gets the keys while the command line is empty. What a key means is decided
 * by what was painted last, for that is what the operator saw. UI thread only.
 */
public interface FullScreen extends Page {

    /** A key was pressed; one that means nothing here does nothing. */
    void press(Action.Full key, ScreenErrands errands);

    /** Takes back the last thing done to it, such as a filter; false when there is none and it may be closed. */
    default boolean back() {
        return false;
    }

    /** Only what has this text in it; empty for all. */
    default void filter(String text) {}

    /** A turn of the mouse's wheel, down for a positive number. */
    default void wheel(int rows, ScreenErrands errands) {
        for (int i = 0; i < Math.abs(rows); i++) {
            press(rows > 0 ? Action.Full.DOWN : Action.Full.UP, errands);
        }
    }

    /** A click on a row of the terminal, counted from its top. */
    default void click(int row) {}

    /** Whether the next command closes it: it has been read. */
    default boolean isPassing() {
        return false;
    }
}
