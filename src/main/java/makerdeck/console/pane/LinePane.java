package makerdeck.console.pane;

import com.googlecode.lanterna.TerminalPosition;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Mode;

/** The command line with its prompt, and the row of hints under it. */
final class LinePane implements Pane {

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
        var question = view.options().question();
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
        keys(strip, view);
    }

    /** The keys of the table, as far as there is room. */
    private static void keys(Strip strip, View view) {
        boolean chosen = view.options().focus().chosen() != null;
        for (var binding : KeyBinding.values()) {
            var hint = binding.hint().filter(is -> chosen ? is.chosen() : is.usual());
            if (hint.isEmpty()) {
                continue;
            }
            var does = view.say(hint.get().text());
            if (strip.room() < Widths.of(binding.pressed()) + Widths.of(does) + 3) {
                break;
            }
            strip.put(Role.KEY, " " + binding.pressed()).put(Role.HINT, " " + does + " ");
        }
        strip.end();
    }
}
