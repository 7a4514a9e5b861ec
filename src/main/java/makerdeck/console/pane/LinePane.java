package makerdeck.console.pane;

import com.googlecode.lanterna.TerminalPosition;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Mode;
import makerdeck.words.Words;

/** The command line with its prompt, and the row of hints under it. */
final class LinePane implements Pane {

    /** Keys, and by which word it is said what they do. */
    private static final String[][] KEYS = {
        {"Enter", "console.key.run"},
        {"Tab", "console.key.complete"},
        {"Esc", "console.key.clear"},
        {"?", "console.key.help"},
        {"F8 F8", "console.key.halt"},
        {"F4", "console.key.ack"},
        {"Up", "console.key.history"},
        {"C-r", "console.key.search"},
        {"/", "console.key.filter"},
        {"F9", "console.key.layout"}
    };

    /** While a pane is chosen and nothing is typed. */
    private static final String[][] PANE_KEYS = {
        {"Enter", "console.key.zoom"},
        {"Tab", "console.key.next"},
        {"PgDn", "console.key.scroll"},
        {"Home", "console.key.hold"},
        {"End", "console.key.follow"},
        {"/", "console.key.filter"},
        {"Esc", "console.key.back"}
    };

    private final boolean hints;

    /** @param hints whether the last row is for hints */
    LinePane(boolean hints) {
        this.hints = hints;
    }

    static String prompt(DeskSnapshot desk) {
        return desk.mode() + "> ";
    }

    /** Rows of the command line alone, at most {@code most}. */
    static int rows(View view, int most) {
        return Math.max(1, Math.min(view.line().rows().size(), most));
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        int rows = hints ? area.height() - 1 : area.height();
        var line = view.line();
        int skipped = Math.max(0, Math.min(line.cursorRow(), line.rows().size() - rows));
        var prompt = prompt(view.desk());
        for (int row = 0; row < rows; row++) {
            var strip = canvas.strip(area, row);
            if (row + skipped == 0) {
                strip.put(view.desk().mode() == Mode.LIVE ? Role.PROMPT_LIVE : Role.PROMPT, prompt.strip());
            }
            strip.to(prompt.length());
            if (row + skipped < line.rows().size()) {
                line.rows().get(row + skipped).forEach(span -> strip.put(span.role(), span.text()));
            }
            strip.end();
        }
        if (hints) {
            hint(canvas.strip(area, rows), view);
        }
    }

    /** Where the cursor belongs. */
    static TerminalPosition cursor(Area area, boolean hints, View view) {
        int rows = hints ? area.height() - 1 : area.height();
        var line = view.line();
        int skipped = Math.max(0, Math.min(line.cursorRow(), line.rows().size() - rows));
        int row = Math.max(0, Math.min(rows - 1, line.cursorRow() - skipped));
        int column = prompt(view.desk()).length() + line.cursorColumn();
        return new TerminalPosition(area.x() + Math.min(column, area.width() - 1), area.y() + row);
    }

    private static void hint(Strip strip, View view) {
        var line = view.line();
        var question = view.looks().question();
        if (question != null) {
            strip.put(Role.ALERT_WARN, " " + QuestionPane.prompt(question, view) + " ")
                    .end();
            return;
        }
        if (!line.text().isBlank()) {
            strip.put(line.wrong() ? Role.HINT_WRONG : Role.HINT, " " + line.hint())
                    .end();
            return;
        }
        for (var key : view.looks().attention().chosen() == null ? KEYS : PANE_KEYS) {
            var does = Words.say(key[1]);
            if (strip.room() < Widths.of(key[0]) + Widths.of(does) + 3) {
                break;
            }
            strip.put(Role.KEY, " " + key[0]).put(Role.HINT, " " + does + " ");
        }
        strip.end();
    }
}
