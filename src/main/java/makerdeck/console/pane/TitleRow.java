package makerdeck.console.pane;

import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;

/** The first row of a pane: its name at the left, what sums it up at the right, a rule between. */
final class TitleRow {

    private TitleRow() {}

    static void paint(Canvas canvas, Area area, String name, Role noteRole, String note) {
        char rule = canvas.glyphs().rule();
        var strip = canvas.strip(area, 0);
        strip.put(Role.RULE, rule, 1).put(Role.TITLE, " " + name + " ");
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

    static void paint(Canvas canvas, Area area, String name, String note) {
        paint(canvas, area, name, Role.DIM, note);
    }
}
