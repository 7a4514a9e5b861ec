package makerdeck.console.pane;

import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Cut;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;

/** The first row of a pane: its name at the left, what sums it up at the right, as far as there is room. */
public final class TitleRow {

    private static final String GAP = "  ";
    /** A blank before and behind the notes, and a rule at either side. */
    private static final int FRAME = 4;
    /** Less of a word says nothing. */
    private static final int LEAST = 6;

    private TitleRow() {}

    /** Of a pane that may be chosen and filtered; the first note matters most. */
    static void paint(Canvas canvas, Area area, View view, PaneName pane, Role noteRole, String... notes) {
        boolean chosen = view.options().focus().chosen() == pane;
        var filter = view.filter(pane);
        var name = view.say(pane.title()) + (filter.isEmpty() ? "" : " /" + filter);
        paint(
                canvas,
                area,
                chosen ? Role.KEY : Role.TITLE,
                chosen ? "[" + name + "]" : " " + name + " ",
                noteRole,
                notes);
    }

    /** Of a page over the panes; the first note matters most. */
    public static void paint(Canvas canvas, Area area, String name, String... notes) {
        paint(canvas, area, Role.TITLE, " " + name + " ", Role.DIM, notes);
    }

    private static void paint(Canvas canvas, Area area, Role nameRole, String name, Role noteRole, String... notes) {
        char rule = canvas.glyphs().rule();
        var strip = canvas.strip(area, 0);
        strip.put(Role.RULE, rule, 1).put(nameRole, name);
        var note = fitting(strip.room() - FRAME, notes);
        if (!note.isEmpty()) {
            strip.put(Role.RULE, rule, strip.room() - Widths.of(note) - FRAME + 1)
                    .put(noteRole, " " + note + " ");
        }
        strip.put(Role.RULE, rule, strip.room()).end();
    }

    /** As many as there is room for, the one that matters most at the right end; what is alone may be cut. */
    private static String fitting(int room, String... notes) {
        var fitting = "";
        for (var note : notes) {
            var longer = fitting.isEmpty() || note.isEmpty() ? note + fitting : note + GAP + fitting;
            if (Widths.of(longer) > room) {
                return fitting.isEmpty() && room >= LEAST ? Cut.to(note, room) : fitting;
            }
            fitting = longer;
        }
        return fitting;
    }
}
