package makerdeck.console.pane;

import com.googlecode.lanterna.TerminalPosition;
import java.util.Locale;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Wrapped;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.words.Speech;

/** Draws a whole frame: status, alert, panes, what lies over them, and the command line. Every size shows something. */
public final class DeskPainter {

    private static final int HINT_ROWS = 8;
    private static final int LEAST_BELOW = 5;

    /** Less than that of the panes is of no use above a question. */
    private static final int LEAST_ABOVE = 3;

    private final Pictures pictures = new Pictures();
    private final Pane status = new StatusRow();
    private final Pane alert = new AlertRow();
    private final Pane bareLine = new LinePane(false);
    private final Pane hintedLine = new LinePane(true);
    private final Layouts layouts = new Layouts(pictures);
    private final Pane menu = new MenuPane();
    private final Pane question = new QuestionPane();

    private long answerable;

    /** The question that the last frame showed with all that it trades; 0 where none is. */
    public long answerable() {
        return answerable;
    }

    /** Columns of the prompt in front of what is typed. */
    public static int promptWidth(DeskSnapshot desk) {
        return Widths.of(LinePane.prompt(desk));
    }

    /** What a desk does, in a word. */
    public static String word(DeskState state, Speech speech) {
        return speech.say("engine.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /** Draws the whole screen and says where the cursor belongs. */
    public TerminalPosition paint(Canvas canvas, View view) {
        var whole = canvas.whole();
        pictures.begin(canvas, view);
        answerable = 0;
        if (whole.height() < 2) {
            pictures.show(canvas, whole, view, bareLine);
            return LinePane.cursor(whole, false, view);
        }
        pictures.show(canvas, whole.top(1), view, status);
        boolean hints = whole.height() >= HINT_ROWS;
        int lineRows = LinePane.rows(view, Math.max(1, whole.height() / 4)) + (hints ? 1 : 0);
        var line = whole.below(whole.height() - lineRows);
        var between = whole.below(1).top(whole.height() - 1 - lineRows);
        if (AlertRow.isNeeded(view) && between.height() > 0) {
            pictures.show(canvas, between.top(1), view, alert);
            between = between.below(1);
        }
        body(canvas, below(canvas, between, view), view);
        pictures.show(canvas, line, view, hints ? hintedLine : bareLine);
        return LinePane.cursor(line, hints, view);
    }

    /** What is left below the strip that leads a newcomer. */
    private Area below(Canvas canvas, Area area, View view) {
        var strip = view.options().strip();
        if (strip == null || area.height() < LEAST_BELOW) {
            return area;
        }
        var rows = Wrapped.rows(view.say(strip), Math.max(1, area.width() - 2), 2);
        int tall = Math.min(rows.size(), area.height() / 2);
        pictures.over(area.top(tall));
        for (int i = 0; i < tall; i++) {
            canvas.strip(area, i, Role.POPUP).put(Role.POPUP, " " + rows.get(i)).end();
        }
        return area.below(tall);
    }

    /** The panes; choices lie over the log and the fills, and where there are none the panes make room, if they can. */
    private void body(Canvas canvas, Area area, View view) {
        var page = view.options().page();
        int coverable = page != null ? 0 : layouts.coverable(canvas.whole(), area, view);
        int rows = popupRows(area, view, coverable);
        boolean lies = coverable > 0 || rows > area.height() - LEAST_ABOVE;
        var panes = lies ? area : area.top(area.height() - rows);
        if (page != null) {
            pictures.over(panes);
            page(canvas, panes, view, page);
        } else {
            layouts.paint(canvas, panes, view);
        }
        if (rows > 0) {
            var popup = view.line().menu().isOpen() ? menu : question;
            pictures.show(canvas, area.below(area.height() - rows), view, popup);
            var asked = QuestionPane.asked(view);
            if (popup == question && asked != null && QuestionPane.showsTrades(asked, view, area.width(), rows)) {
                answerable = asked.number();
            }
        }
    }

    /** The log is out of sight: what a command came to stands below the page for a while. */
    private static void page(Canvas canvas, Area area, View view, Page page) {
        var answer = LatestAnswer.of(view);
        int rows = answer.map(said -> Math.min(said.rows(area.width()).size(), area.height() / 4))
                .orElse(0);
        page.paint(canvas, area.top(area.height() - rows), view);
        answer.ifPresent(said -> said.paint(canvas, area.below(area.height() - rows)));
    }

    /** What may cost money is shown as whole as possible, whatever it pushes aside. */
    private static int popupRows(Area area, View view, int coverable) {
        var menu = view.line().menu();
        return menu.isOpen()
                ? MenuPane.rows(menu, coverable > 0 ? coverable : area.height() / 2)
                : QuestionPane.rows(view, area.width(), area.height());
    }
}
