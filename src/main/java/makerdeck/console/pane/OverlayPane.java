package makerdeck.console.pane;

import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Wrapped;
import makerdeck.console.theme.Role;

/** A page of text over the panes, such as help. */
final class OverlayPane implements Pane {

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var overlay = view.options().overlay();
        var rows = overlay.lines().stream()
                .flatMap(line -> Wrapped.table(line, area.width() - 2).stream())
                .toList();
        int room = Math.max(1, area.height() - 1);
        int first = Math.min(overlay.scrolled(), Math.max(0, rows.size() - room));
        boolean more = rows.size() > room;
        TitleRow.paint(
                canvas,
                area,
                overlay.title(),
                more
                        ? view.say(
                                "console.page.part",
                                first + 1,
                                Math.min(rows.size(), first + room),
                                rows.size(),
                                KeyBinding.PAGE_UP.key(),
                                KeyBinding.PAGE_DOWN.key(),
                                KeyBinding.BACK.key())
                        : view.say("console.page.whole", KeyBinding.BACK.key()));
        var body = area.below(1);
        for (int row = 0; row < body.height(); row++) {
            canvas.strip(body, row)
                    .put(Role.TEXT, first + row < rows.size() ? " " + rows.get(first + row) : "")
                    .end();
        }
    }
}
