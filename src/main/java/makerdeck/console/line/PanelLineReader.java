package makerdeck.console.line;

import java.util.List;
import makerdeck.words.Speech;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/**
 * JLine's line editor, whose display is a report of rows and cursor in place of escape sequences. Line thread only,
 * apart from window changes.
 */
final class PanelLineReader extends LineReaderImpl {

    /** Hears what would have been printed. */
    interface Drawing {
        void drawn(List<AttributedString> rows, int cursorRow, int cursorColumn);
    }

    private final Speech speech;
    private final Drawing drawing;

    PanelLineReader(Terminal terminal, Speech speech, Drawing drawing) {
        super(terminal, "makerdeck", null);
        this.speech = speech;
        this.drawing = drawing;
    }

    /** Ends the line as it stands, without expanding anything in it. */
    boolean accept() {
        state = State.DONE;
        return true;
    }

    /** Whether the keys now go to a search in the history. */
    boolean isSearching() {
        return post != null;
    }

    @Override
    protected void redisplay(boolean flush) {
        lock.lock();
        try {
            // The editor makes itself a new display now and then and lets nobody else do it.
            if (!(display instanceof Report)) {
                var report = new Report(terminal);
                report.resize(size.getRows(), size.getColumns());
                report.setDelayLineWrap(isSet(Option.DELAY_LINE_WRAP));
                display = report;
            }
            if (isSearching()) {
                post = this::search;
            }
            super.redisplay(flush);
        } finally {
            lock.unlock();
        }
    }

    /** The row under the line while its history is searched. */
    private AttributedString search() {
        return new AttributedString(speech.say(
                searchFailing ? "console.line.search-fails" : "console.line.search", String.valueOf(searchTerm) + "_"));
    }

    @Override
    protected void handleSignal(Terminal.Signal signal) {
        lock.lock();
        try {
            super.handleSignal(signal);
        } finally {
            lock.unlock();
        }
    }

    private final class Report extends Display {

        Report(Terminal terminal) {
            super(terminal, false);
        }

        @Override
        public void update(List<AttributedString> rows, int cursor, boolean flush) {
            int perRow = columns + 1;
            int row = cursor < 0 ? Math.max(0, rows.size() - 1) : cursor / perRow;
            int column = cursor < 0 ? 0 : cursor % perRow;
            if (column >= columns) {
                row++;
                column = 0;
            }
            oldLines = rows;
            drawing.drawn(rows, row, column);
        }
    }
}
