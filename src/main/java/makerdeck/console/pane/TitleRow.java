package makerdeck.console.pane;

import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;

/** The first row of a pane: its name at the left, what sums it up at the right, a rule between. */
final class TitleRow {

    private TitleRow() {}

    /** Of a pane that may be chosen and filtered. */
    static void paint(Canvas canvas, Area area, View view, PaneName pane, Role noteRole, String note) {
        boolean chosen = view.options().focus().chosen() == pane;
        var filter = view.filter(pane);
        var name = view.say(pane.title()) + (filter.isEmpty() ? "" : " /" + filter);
        paint(
                canvas,
                area,
                chosen ? Role.KEY : Role.TITLE,
                chosen ? "[" + name + "]" : " " + name + " ",
                noteRole,
                note);
    }

    static void paint(Canvas canvas, Area area, View view, PaneName pane, String note) {
        paint(canvas, area, view, pane, Role.DIM, note);
    }

    /** Of a page over the panes. */
    static void paint(Canvas canvas, Area area, String name, String note) {
        paint(canvas, area, Role.TITLE, " " + name + " ", Role.DIM, note);
    }

    private static void paint(Canvas canvas, Area area, Role nameRole, String name, Role noteRole, String note) {
        char rule = canvas.glyphs().rule();
        var strip = canvas.strip(area, 0);
        strip.put(Role.RULE, rule, 1).put(nameRole, name);
        int noteWidth = note.isEmpty() ? 0 : Widths.of(note) + 2;
        if (noteWidth > 0 && strip.room() > noteWidth + 1) {
            strip.put(Role.RULE, rule, strip.room() - noteWidth - 1)
                    .put(noteRole, " " + note + " ")
                    .put(Role.RULE, rule, 1);
        } else {
            strip.put(Role.RULE, rule, strip.room());
        }
        strip.end();
    }
}
