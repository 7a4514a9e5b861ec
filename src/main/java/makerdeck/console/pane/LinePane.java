package makerdeck.console.pane;

import com.googlecode.lanterna.TerminalPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Mode;
import org.jspecify.annotations.Nullable;

/** The command line with its prompt, and the row of hints under it. */
final class LinePane implements Pane {

    private static final Duration PASSING_SHOWN = Duration.ofSeconds(8);

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
    public Inputs inputs(Area area, View view) {
        var question = view.options().question();
        var page = view.options().page();
        return Inputs.of(
                view.line(),
                view.desk().mode(),
                view.desk().previews().typed(),
                question == null ? "" : QuestionPane.prompt(question, view),
                passing(view),
                page == null ? List.of() : page.hints(view));
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
            strip.put(line.wrong() ? Role.HINT_WRONG : Role.HINT, " " + line.hint());
            effect(view).ifPresent(effect -> strip.put(Role.HINT, "   ").put(Role.ALERT_WARN, " " + effect + " "));
            strip.end();
            return;
        }
        var answer = passing(view);
        if (answer.isPresent()) {
            strip.put(Role.HINT, " " + answer.get()).end();
            return;
        }
        var page = view.options().page();
        if (page != null) {
            page.hints(view).forEach(hint -> key(strip, hint.binding(), view.say(hint.does())));
            strip.end();
        } else {
            keys(strip, view);
        }
    }

    /** As long as there is room. */
    private static boolean key(Strip strip, KeyBinding binding, String does) {
        boolean fits = strip.room() >= Widths.of(binding.pressed()) + Widths.of(does) + 3;
        if (fits) {
            strip.put(Role.KEY, " " + binding.pressed()).put(Role.HINT, " " + does + " ");
        }
        return fits;
    }

    /** What the desk says the line would make of its quotes. */
    private static Optional<String> effect(View view) {
        var preview = view.desk().previews().typed();
        return preview.line().equals(view.line().text())
                ? Optional.ofNullable(preview.effect()).map(view::say)
                : Optional.empty();
    }

    /** The answer to what has just been asked and changed nothing; gone with the next one. */
    private static Optional<String> passing(View view) {
        var notices = view.options().notices();
        var notice = notices.isEmpty() ? null : notices.get(notices.size() - 1);
        var event = lastCommand(view);
        if (notice != null && (event == null || notice.at().isAfter(event.at()))) {
            return notice.kind() == Notice.Kind.PASSING && isFresh(notice.at(), view)
                    ? Optional.of(notice.text())
                    : Optional.empty();
        }
        return event != null && event.isPassing() ? Optional.of(view.say(event.text())) : Optional.empty();
    }

    /** The last one that is fresh, null when none is. */
    private static @Nullable DeskEvent lastCommand(View view) {
        var log = view.desk().log();
        for (int i = log.size() - 1; i >= 0 && isFresh(log.get(i).at(), view); i--) {
            if (log.get(i).kind() == DeskEvent.Kind.COMMAND) {
                return log.get(i);
            }
        }
        return null;
    }

    private static boolean isFresh(Instant at, View view) {
        return Duration.between(at, view.now()).compareTo(PASSING_SHOWN) < 0;
    }

    /** The keys of the table, as far as there is room. */
    private static void keys(Strip strip, View view) {
        var chosen = view.options().focus().chosen();
        for (var binding : KeyBinding.values()) {
            var hint = binding.hint().filter(is -> is.isSaid(chosen));
            if (hint.isPresent() && !key(strip, binding, view.say(hint.get().text()))) {
                break;
            }
        }
        strip.end();
    }
}
