package makerdeck.console.pane;

import makerdeck.console.line.Menu;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;

/** The list of completions, directly above the command line. */
final class MenuPane implements Pane {

    private static final int MOST_ROWS = 8;

    /** Rows it takes when {@code room} are there. */
    static int rows(Menu menu, int room) {
        return Math.min(Math.min(menu.items().size(), MOST_ROWS), room);
    }

    @Override
    public Inputs inputs(Area area, View view) {
        return Inputs.of(view.line().menu());
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var menu = view.line().menu();
        int words = menu.items().stream()
                .mapToInt(item -> Widths.of(item.value()))
                .max()
                .orElse(0);
        int first = first(menu, area.height());
        for (int row = 0; row < area.height(); row++) {
            var item = menu.items().get(first + row);
            boolean chosen = first + row == menu.chosen();
            var ground = chosen ? Role.POPUP_CHOSEN : Role.POPUP;
            var strip = canvas.strip(area, row, ground)
                    .put(ground, chosen ? " > " : "   ")
                    .left(ground, item.value(), words + 2);
            var rest = row == area.height() - 1 && menu.items().size() > area.height()
                    ? " " + view.say("console.of", first + row + 1, menu.items().size()) + " "
                    : "";
            strip.left(
                            chosen ? Role.POPUP_CHOSEN : Role.POPUP_NOTE,
                            view.say(item.description()),
                            strip.room() - Widths.of(rest))
                    .put(Role.POPUP_NOTE, rest)
                    .end();
        }
    }

    /** So that the chosen one is always in sight. */
    private static int first(Menu menu, int rows) {
        int last = menu.items().size() - rows;
        return Math.max(0, Math.min(last, menu.chosen() - rows / 2));
    }
}
