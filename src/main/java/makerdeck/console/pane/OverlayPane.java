package makerdeck.console.pane;

import java.util.List;
import makerdeck.console.theme.Role;

/** A page of text over the panes, such as help. */
final class OverlayPane implements Pane {

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var overlay = view.looks().overlay();
        var rows = overlay.lines().stream()
                .flatMap(line -> wrapped(line, area.width() - 2).stream())
                .toList();
        int room = Math.max(1, area.height() - 1);
        int first = Math.min(overlay.scrolled(), Math.max(0, rows.size() - room));
        boolean more = rows.size() > room;
        TitleRow.paint(
                canvas,
                area,
                overlay.title(),
                (more
                                ? first + 1 + ".." + Math.min(rows.size(), first + room) + " of " + rows.size()
                                        + "  PgUp PgDn  "
                                : "")
                        + "Esc closes");
        var body = area.below(1);
        for (int row = 0; row < body.height(); row++) {
            canvas.strip(body, row)
                    .put(Role.TEXT, first + row < rows.size() ? " " + rows.get(first + row) : "")
                    .end();
        }
    }

    private static List<String> wrapped(String line, int width) {
        int second = Wrapped.secondColumn(line);
        return Wrapped.rows(line, width, second < width / 2 ? second : 2);
    }
}
