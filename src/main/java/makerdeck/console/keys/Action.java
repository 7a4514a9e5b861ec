package makerdeck.console.keys;

import org.jline.reader.LineReader;

/** What keys do. */
public sealed interface Action {

    /** What the screen does, whatever stands in the command line. */
    enum Screen implements Action {
        ACKNOWLEDGE,
        HALT,
        REPAINT,
        MOUSE,
        LAYOUT,
        PAGE_UP,
        PAGE_DOWN
    }

    /** What the screen does while the line is empty. */
    enum Idle implements Action {
        NEXT_PANE,
        PREVIOUS_PANE,
        TOP,
        FOLLOW,
        LEFTWARDS,
        RIGHTWARDS,
        HELP
    }

    /** What an open full screen does while the line is empty. */
    enum Full implements Action {
        UP,
        DOWN,
        /** The column before, of those the rows may be sorted by; to a page without columns, what it wants. */
        LEFT,
        RIGHT,
        PAGE_UP,
        PAGE_DOWN,
        TOP,
        BOTTOM,
        /** More about the row under the cursor. */
        OPEN,
        /** The other way round. */
        TURN,
        COPY,
        /** The command that the row offers. */
        ACT,
        /** The command that changes the row. */
        EDIT,
        /** The next of several tables on one page. */
        NEXT
    }

    /** What the command line does of its own. */
    enum Line implements Action {
        /** Ends the line; an empty one closes the page, or zooms the chosen pane and back. */
        RUN,
        TAKE_CHOICE,
        NEXT_CHOICE,
        PREVIOUS_CHOICE,
        CLOSE_MENU,
        COMPLETE,
        OLDER,
        NEWER,
        TAKE_SUGGESTION,
        /** Opens the palette: what is typed next is looked for in it. */
        PALETTE,
        /** Empties the line and keeps what stood there to be yanked. */
        CLEAR,
        /** Drops what waits for an answer, or takes the screen one step back. */
        BACK,
        ABANDON
    }

    /** What the line editor does by itself. */
    enum Edit implements Action {
        INSERT(LineReader.SELF_INSERT),
        LEFT(LineReader.BACKWARD_CHAR),
        RIGHT(LineReader.FORWARD_CHAR),
        WORD_LEFT(LineReader.BACKWARD_WORD),
        WORD_RIGHT(LineReader.FORWARD_WORD),
        LINE_START(LineReader.BEGINNING_OF_LINE),
        LINE_END(LineReader.END_OF_LINE),
        DELETE(LineReader.DELETE_CHAR),
        DELETE_BACK(LineReader.BACKWARD_DELETE_CHAR),
        KILL_REST(LineReader.KILL_LINE),
        KILL_LINE(LineReader.KILL_WHOLE_LINE),
        KILL_WORD(LineReader.KILL_WORD),
        KILL_WORD_BACK(LineReader.BACKWARD_KILL_WORD),
        YANK(LineReader.YANK),
        YANK_OLDER(LineReader.YANK_POP),
        UNDO(LineReader.UNDO),
        TRANSPOSE(LineReader.TRANSPOSE_CHARS),
        SEARCH(LineReader.HISTORY_INCREMENTAL_SEARCH_BACKWARD);

        private final String widget;

        Edit(String widget) {
            this.widget = widget;
        }

        /** The editor's own name for it. */
        public String widget() {
            return widget;
        }
    }
}
